const named = new Map([
  ['\\', '\\\\'],
  ["'", "\\'"],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\b', '\\b'],
  ['\f', '\\f'],
]);

/** An Apex string literal. What cannot be seen on a page is written as \uXXXX: writeString("it's\u00a0") → 'it\'s\u00a0'. */
export function writeString(value: string): string {
  const characters = [...value].map(
    (character) => named.get(character) ?? (isSeen(character) ? character : escape(character)),
  );
  return `'${characters.join('')}'`;
}

function isSeen(character: string): boolean {
  return character === ' ' || /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character);
}

function escape(character: string): string {
  return [...character].length === 1 && character.length === 1
    ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
    : [...Array(character.length).keys()]
        .map((place) => `\\u${character.charCodeAt(place).toString(16).padStart(4, '0')}`)
        .join('');
}
