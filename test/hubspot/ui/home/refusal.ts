import { uiRefusals } from '../../../../hubspot/handlers/ui/ui-refusals.ts';
import type { Refused } from '../../../../hubspot/ui/backend/backend.ts';

/** A refusal as a backend sends it. */
export function refusal(code: string): Refused {
  const found = Object.values(uiRefusals).find((each) => each.code === code);
  if (found === undefined) throw new Error(`No refusal has the code ${code}.`);
  const { message, nextStep } = found;
  return { state: 'refused', code, message, nextStep, problems: [] };
}
