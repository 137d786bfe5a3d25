import type { FieldType } from '../../decide/model/condition.ts';
import { knownFolded } from '../../decide/normalize/clean-name.ts';

const yes = ['yes', 'true', '1'];
const no = ['no', 'false', '0'];

/** A text of a policy's field as the engine compares it; null when it says nothing. readText("flag", "True") → "yes". */
export function readText(fieldType: FieldType, typed: string): string | null {
  const folded = knownFolded(typed);
  if (fieldType !== 'flag' || folded === null) {
    return folded;
  }
  return yes.includes(folded) ? 'yes' : no.includes(folded) ? 'no' : null;
}
