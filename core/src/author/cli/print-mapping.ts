import type { LeadField } from '../run/lead-field.ts';
import type { Mapping } from '../run/mapping.ts';
import type { MappingOrigin } from '../run/run-request.ts';
import { plain, tableOf } from './write-out.ts';

/** Without these little can be judged; a person should see at once that nothing fills them. */
const telling = [
  'receivedAt',
  'channel',
  'email',
  'company',
  'jobTitle',
  'country',
  'industry',
  'employees',
  'message',
] as const satisfies LeadField[];

/** Shows which column fills which field, what is left out, and what the file can't tell. */
export function printMapping(mapping: Mapping, headers: string[], origin: MappingOrigin, file: string): void {
  const fieldOf = (header: string): string | null =>
    Object.hasOwn(mapping.columns, header) ? mapping.columns[header]! : null;
  const used = headers.filter((header) => fieldOf(header) !== null);
  const left = headers.filter((header) => fieldOf(header) === null);
  console.log(headingOf(origin, file));
  console.log(tableOf(used.map((header) => [plain(header), '→', fieldOf(header)!])));
  if (left.length > 0) {
    console.log(`  not used: ${plain(left.join(', '))}`);
  }
  const filled = new Set(used.map(fieldOf));
  const missing = telling.filter((field) => !filled.has(field));
  if (missing.length > 0) {
    console.log(`  no column for: ${missing.join(', ')}`);
  }
  console.log(`  dates: ${dateWords(mapping, filled.has('receivedAt'))}`);
  console.log('');
}

function dateWords(mapping: Mapping, hasDates: boolean): string {
  if (!hasDates) {
    return 'no column says when a lead came, so all count as come when this run began';
  }
  const example = mapping.dateOrder === 'monthFirst' ? '3/4/2026 is March 4' : '3/4/2026 is 3 April';
  return `${example}; a time without a zone is UTC`;
}

function headingOf(origin: MappingOrigin, file: string): string {
  switch (origin) {
    case 'guessed':
      return `Columns, guessed from their names and written to ${file}, to be edited:`;
    case 'kept':
      return `Columns, as ${file} names them:`;
    case 'given':
      return 'Columns, as the mapping names them:';
  }
}
