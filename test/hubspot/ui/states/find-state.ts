import { scoreCardStates } from './score-card-states.ts';
import type { UiState } from './ui-state.ts';

/** A state by its name. */
export function stateOf(name: string, now: number): UiState {
  const found = scoreCardStates(now).find((state) => state.name === name);
  if (found === undefined) throw new Error(`There is no state "${name}".`);
  return found;
}
