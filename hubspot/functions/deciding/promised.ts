import type { Decision } from '../../../core/src/decide/index.ts';
import type { PropertyValues } from '../../handlers/crm/crm.ts';
import type { Effect } from '../../handlers/effects/effect.ts';
import { readInstant } from '../../handlers/effects/read-instant.ts';
import { decided, type SlaState } from '../../handlers/portal/property-names.ts';

/** What a contact was promised before, as it stands on it. */
export type Promised = {
  /** Whether it still waits for the first touch. */
  readonly isOpen: boolean;
  readonly dueAt: number | null;
  /** They came in again, and the promise of before was kept, or there never was one. */
  readonly isOwedAnother: boolean;
};

export const promiseProperties: readonly string[] = [decided.slaState, decided.slaDueAt];

const openStates: ReadonlySet<string> = new Set(['running', 'reminded', 'missed'] satisfies SlaState[]);

export function promisedOf(properties: PropertyValues, isNewArrival: boolean): Promised {
  const isOpen = openStates.has(properties[decided.slaState] ?? '');
  return {
    isOpen,
    dueAt: readInstant(properties[decided.slaDueAt]),
    isOwedAnother: isNewArrival && !isOpen,
  };
}

/** A contact whose decision promises nothing does not go on showing the promise that it had; what was missed stays a miss. */
export function withPromise(effects: readonly Effect[], decision: Decision, promised: Promised): Effect[] {
  return effects.map((effect) => {
    const isPromised = effect.kind === 'record' && effect.properties[decided.slaState] !== undefined;
    if (effect.kind !== 'record' || isPromised || !promised.isOpen) {
      return effect;
    }
    const isLate = promised.dueAt !== null && promised.dueAt < decision.assessment.now;
    const ended: SlaState = isLate ? 'missed' : 'closed';
    return { ...effect, properties: { ...effect.properties, [decided.slaState]: ended } };
  });
}
