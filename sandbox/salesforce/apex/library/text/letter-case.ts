/** The upper-case form of one character where it is one character itself: upperCodePoint(0xDF) → 0xDF, since ß becomes two. */
export function upperCodePoint(codePoint: number): number {
  if (codePoint < 128) {
    return codePoint >= 97 && codePoint <= 122 ? codePoint - 32 : codePoint;
  }
  return singleOr(String.fromCodePoint(codePoint).toUpperCase(), codePoint);
}

/** The lower-case form of one character: lowerCodePoint(0x3A9) → 0x3C9. */
export function lowerCodePoint(codePoint: number): number {
  if (codePoint < 128) {
    return codePoint >= 65 && codePoint <= 90 ? codePoint + 32 : codePoint;
  }
  // İ becomes two characters of which the first is its plain form.
  return codePoint === 0x130 ? 0x69 : singleOr(String.fromCodePoint(codePoint).toLowerCase(), codePoint);
}

function singleOr(text: string, otherwise: number): number {
  const codePoint = text.codePointAt(0);
  return codePoint !== undefined && text.length === (codePoint > 0xffff ? 2 : 1) ? codePoint : otherwise;
}

/** The form at the head of a word: that of letters which show two has a form of its own. titleCodePoint(0x1C6) → 0x1C5. */
export function titleCodePoint(codePoint: number): number {
  if (codePoint >= 0x1c4 && codePoint <= 0x1cc) {
    return codePoint - ((codePoint - 0x1c4) % 3) + 1;
  }
  return codePoint >= 0x1f1 && codePoint <= 0x1f3 ? 0x1f2 : upperCodePoint(codePoint);
}

/** The form under which characters that differ by case are the same: foldCodePoint(0x4B) equals foldCodePoint(0x212A). */
export function foldCodePoint(codePoint: number): number {
  return lowerCodePoint(upperCodePoint(codePoint));
}

const plainText = /^[\0-\x7f]*$/;

/** A text in which equal means equal without case, unit for unit: foldText('Ab') → "ab". */
export function foldText(text: string): string {
  if (plainText.test(text)) {
    return text.toLowerCase();
  }
  let folded = '';
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    folded += unit >= 0xd800 && unit <= 0xdfff ? text.charAt(index) : String.fromCharCode(foldCodePoint(unit));
  }
  return folded;
}
