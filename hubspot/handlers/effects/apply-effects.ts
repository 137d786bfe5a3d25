import { CrmError } from '../crm/crm-error.ts';
import type { Crm } from '../crm/crm.ts';
import { applyRecords } from './apply-records.ts';
import type { Applying, ApplyOptions, EffectToApply } from './applying.ts';
import { createLeads, createNotes, createTasks } from './create-objects.ts';
import type { EffectOutcome } from './effect.ts';
import { EffectsInterrupted } from './effects-interrupted.ts';

export type { ApplyOptions, EffectToApply } from './applying.ts';
export { EffectsInterrupted } from './effects-interrupted.ts';

/**
 * Does in the portal what was decided, for many contacts at once: all records in batches, then lead records, notes and tasks side
 * by side. One effect that is refused takes no other along. What may have been done before is looked for first, so that applying
 * twice leaves one note, one task and one lead.
 *
 * An owner whom a person chose since the decision is kept, and who has the lead then also gets its task.
 *
 * @returns what became of each effect, in their order
 * @throws EffectsInterrupted where the portal stops answering, cannot write a part just now, or the app may no longer call: it says
 * what was done
 */
export async function applyEffects(
  crm: Crm,
  effects: readonly EffectToApply[],
  options: ApplyOptions,
): Promise<EffectOutcome[]> {
  const applying: Applying = {
    crm,
    options,
    effects,
    outcomes: effects.map(() => null),
    keptOwners: new Map(),
  };
  try {
    await applyRecords(applying);
    await allAtOnce([createLeads(applying), createNotes(applying), createTasks(applying)]);
  } catch (error) {
    throw error instanceof CrmError ? new EffectsInterrupted(applying.outcomes, error) : error;
  }
  const outcomes = applying.outcomes.filter((outcome) => outcome !== null);
  if (outcomes.length < applying.outcomes.length) {
    const cause = new CrmError('unavailable', 'HubSpot could not write a part of a batch just now.', { status: 207 });
    throw new EffectsInterrupted(applying.outcomes, cause);
  }
  return outcomes;
}

/** Waits for all of them also where one fails: what the others did must be known by then. The first failure is thrown. */
async function allAtOnce(works: readonly Promise<void>[]): Promise<void> {
  const settled = await Promise.allSettled(works);
  const failed = settled.find((each) => each.status === 'rejected');
  if (failed !== undefined) {
    throw failed.reason;
  }
}
