import type { FieldType } from '../../decide/model/condition.ts';
import { fold } from '../../decide/model/fold.ts';
import { knownFolded } from '../../decide/normalize/clean-name.ts';

const yes = ['yes', 'true', '1'];
const no = ['no', 'false', '0'];

/** A text of a policy's field as the engine compares it; null when it says nothing. readText("flag", "True") → "yes". */
export function readText(fieldType: FieldType, typed: string): string | null {
  if (fieldType !== 'flag') {
    return knownFolded(typed);
  }
  const folded = fold(typed);
  return yes.includes(folded) ? 'yes' : no.includes(folded) ? 'no' : null;
}
