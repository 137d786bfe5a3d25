import type { FieldDefinition } from '../../../decide/model/condition.ts';
import { fitScorePosition, territoryPosition } from '../../../decide/model/fact-sheet.ts';
import type { Policy } from '../../../decide/model/policy.ts';
import { allFields } from '../../../decide/policy/prepare.ts';

/** A field that a history keeps, with its position on a fact sheet. */
export type KeptField = FieldDefinition & { position: number };

/** The policy's fields that a history keeps: nothing that says who somebody is by name, and nothing that the policy itself finds out. */
export function keptFields(policy: Policy): KeptField[] {
  return allFields(policy)
    .map((field, position) => ({ ...field, position }))
    .filter(({ position, fieldKey }) => !isOurOwn(position) && !identifying.includes(fieldKey));
}

/** Who somebody is says nothing about who will buy, and has no place in a card. */
const identifying = ['company', 'emailDomain', 'postcode'];

/** Scores, tier and territory come from the policy itself. */
function isOurOwn(position: number): boolean {
  return position >= fitScorePosition && position <= territoryPosition;
}
