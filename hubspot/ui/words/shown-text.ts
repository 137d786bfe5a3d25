import { cutText, withoutUnseen } from '../../handlers/effects/plain-line.ts';

const longestWord = 40;

/** Leads nobody to a wrong place, unlike a hyphen: it has no width and is no character of the text. */
const mayBreak = '\u200b';

/**
 * A text that whatever shows it can break into lines: a word longer than any language has gets places where it may be broken. What
 * nobody sees and what turns around the text after it is left out, for whoever typed it was a stranger.
 * breakable("a".repeat(50)) is 40 letters and, on the next line where there is no room, 10 more.
 */
export function breakable(text: string): string {
  return withoutUnseen(text).replace(/\S{41,}/gu, (word) => {
    const pieces: string[] = [];
    let piece = '';
    for (const { segment } of new Intl.Segmenter('en').segment(word)) {
      piece += segment;
      if (piece.length >= longestWord) {
        pieces.push(piece);
        piece = '';
      }
    }
    return [...pieces, piece].filter((each) => each !== '').join(mayBreak);
  });
}

/** The beginning of a text that is too long to show at once, cut between words where there is a place near; without what nobody sees. */
export function beginningOf(whole: string, most: number): string {
  const text = withoutUnseen(whole);
  if (text.length <= most) {
    return text;
  }
  const cut = cutText(text, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space >= most * 0.7 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
