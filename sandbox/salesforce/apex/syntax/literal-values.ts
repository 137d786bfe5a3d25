const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  b: '\b',
  f: '\f',
  r: '\r',
  '\\': '\\',
  "'": "'",
  '"': '"',
};

const limits = { Integer: 2147483647n, Long: 9223372036854775807n } as const;

/** Replaces the escapes of a string literal's inside: unescape("a\\nb") → "a", a line feed, "b". */
export function unescape(inside: string): string {
  return inside.includes('\\')
    ? inside.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (whole, hex: string | undefined, letter: string) =>
        hex === undefined ? (escapes[letter] ?? whole) : String.fromCharCode(parseInt(hex, 16)),
      )
    : inside;
}

/**
 * Whether the digits of a whole number are in the range of its type: numberFits('Integer', '2147483648') is false. The
 * smallest number of a type cannot be written, as its sign is an operator.
 */
export function numberFits(type: 'Integer' | 'Long', digits: string): boolean {
  return digits.length < 10 || BigInt(digits) <= limits[type];
}
