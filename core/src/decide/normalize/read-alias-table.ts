import { splitText } from '../model/text.ts';

/**
 * Turns lines such as "de|germany|deutschland" into a map from each name, the first included, to the first.
 * readAliasTable(["de|germany"]).get("germany") → "de".
 */
export function readAliasTable(lines: string[]): Map<string, string> {
  const table = new Map<string, string>();
  for (const line of lines) {
    const names = splitText(line, '|');
    for (const name of names) {
      table.set(name, names[0]!);
    }
  }
  return table;
}
