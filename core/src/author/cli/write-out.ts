/** Text tables, words and instants for the terminal. */

/** Rows under a heading, columns as wide as they need; numbers to the right. */
export function tableOf(rows: (string | number)[][]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [place, cell] of row.entries()) {
      widths[place] = Math.max(widths[place] ?? 0, String(cell).length);
    }
  }
  return rows
    .map((row) =>
      row
        .map((cell, place) => {
          const width = widths[place]!;
          return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `  ${line}`)
    .join('\n');
}

/** A bar of whole and partial blocks. bar(3, 4, 8) → "██████". */
export function bar(count: number, most: number, width: number): string {
  return most === 0 ? '' : '█'.repeat(Math.max(count > 0 ? 1 : 0, Math.round((count / most) * width)));
}

export function percent(count: number, total: number): string {
  return total === 0 ? '–' : `${((count / total) * 100).toFixed(1)} %`;
}

/** Writes the instants of a story in UTC. withInstants("due {at:0}") → "due 1970-01-01 00:00 UTC". */
export function withInstants(text: string): string {
  return text.replace(/\{at:(-?\d+)\}/g, (_, millis: string) => formatInstant(Number(millis)));
}

export function formatInstant(millis: number): string {
  return `${new Date(millis).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** wordOf(1, "lead") → "lead"; wordOf(2, "lead") → "leads". */
export function wordOf(count: number, word: string): string {
  return count === 1 ? word : `${word}s`;
}

/** Cuts a text to a width, at a word where one ends near. */
export function clipText(text: string, width: number): string {
  if (text.length <= width) {
    return text;
  }
  const cut = text.slice(0, width - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > width / 2 ? cut.slice(0, space) : cut}…`;
}

/** Leaves line breaks and tabs, and shows other control characters as marks: what a lead wrote must not steer a terminal. */
export function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (mark) => (mark === '\n' || mark === '\t' ? mark : '\ufffd'));
}
