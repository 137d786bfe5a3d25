import type { DraftRowForm, FieldsForm } from '../../../handlers/ui/ui-forms.ts';
import { rowsOfKind, textOf } from '../draft/edit-rows.ts';
import { nameSome } from './judge-setup.ts';
import type { Standing } from './step.ts';

export type FilledField = FieldsForm['fields'][number];

/** A field as a sentence names it: fieldWords('annualRevenue') → 'annual revenue'. */
export function fieldWords(field: string): string {
  return field.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}

/** The fields that scores and conditions of these rows ask for. */
export function fieldsAskedFor(rows: readonly DraftRowForm[]): ReadonlySet<string> {
  const asking = [...rowsOfKind(rows, 'attribute'), ...rowsOfKind(rows, 'condition')];
  return new Set(asking.flatMap((row) => textOf(row, 'fieldKey') ?? []));
}

/** Known for less than one contact in ten. */
export function isThin({ filled }: FilledField, contacts: number): boolean {
  return contacts > 0 && filled * 10 < contacts;
}

/** Whether what the rules ask for is known of enough contacts. */
export function judgeFields({ contacts, fields }: FieldsForm, rows: readonly DraftRowForm[]): Standing {
  if (contacts === 0) {
    return { state: 'look', found: 'There are no contacts yet, so nobody knows which fields are filled.' };
  }
  const asked = fieldsAskedFor(rows);
  const thin = fields.filter((field) => asked.has(field.field) && isThin(field, contacts));
  if (thin.length === 0) {
    return { state: 'done', found: `What the rules ask for is filled on the newest ${contacts} contacts.` };
  }
  const [worst] = thin.toSorted((one, other) => one.filled - other.filled || (one.field < other.field ? -1 : 1));
  const others = thin.filter((field) => field !== worst).map(({ field }) => fieldWords(field));
  const rest = others.length === 0 ? '' : ` Seldom filled as well: ${nameSome(others)}.`;
  const known = worst!.filled === 0 ? 'known for none' : `known for ${worst!.filled}`;
  return { state: 'look', found: `${capital(fieldWords(worst!.field))} is ${known} of ${contacts} contacts.${rest}` };
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
