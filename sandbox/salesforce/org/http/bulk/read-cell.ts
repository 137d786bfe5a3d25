import type { Json } from '../json.ts';
import type { DescribedField } from '../org-behind-http.ts';
import { RestError } from '../answer/rest-error.ts';
import { readJsonValue } from '../record/read-value.ts';

/** A value of a CSV that is not of its field's type. */
export class CellProblem extends Error {
  override readonly name = 'CellProblem';
}

/** `#N/A` is null; an empty value says nothing: readCell(NumberOfEmployees, '12') → 12. */
export function readCell(field: Pick<DescribedField, 'name' | 'type'>, text: string): Json | undefined {
  if (text === '') {
    return undefined;
  }
  if (text === '#N/A') {
    return null;
  }
  try {
    return readJsonValue(field, field.type === 'boolean' ? readBooleanWord(text) : text);
  } catch (error) {
    if (error instanceof RestError) {
      throw new CellProblem(
        `INVALID_TYPE_ON_FIELD_IN_RECORD:${field.name}: value not of required type: ${text}:${field.name} --`,
      );
    }
    throw error;
  }
}

/** Checkboxes are documented to take these words in any case. */
function readBooleanWord(text: string): string {
  const word = text.toLowerCase();
  return ['yes', 'y', 'true', 'on', '1'].includes(word)
    ? 'true'
    : ['no', 'n', 'false', 'off', '0'].includes(word)
      ? 'false'
      : text;
}
