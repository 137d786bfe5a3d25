import { quote, quoteOrNull } from '../model/json-text.ts';
import type { Int } from '../model/number.ts';
import type { Policy } from '../model/policy.ts';
import { flatten } from './flatten.ts';
import type { PolicyRow } from './policy-row.ts';

/**
 * The published form of a policy: its rows in the order of flatten, as canonical JSON in printable ASCII, a row a line.
 * Equal policies have equal bytes on every platform; the SHA-256 of these bytes names the revision.
 */
export function writePolicy(policy: Policy): string {
  const lines: string[] = [];
  for (const row of flatten(policy)) {
    lines.push(writeRow(row));
  }
  return `[\n${lines.join(',\n')}\n]\n`;
}

function writeRow(row: PolicyRow): string {
  const cells: string[] = [];
  for (let place: Int = 0; place < row.cells.length; place += 1) {
    const cell = row.cells[place]!;
    cells.push(`${quote(cell.column)}:${quoteOrNull(cell.text)}`);
  }
  return `[${quote(row.kind)},{${cells.join(',')}}]`;
}
