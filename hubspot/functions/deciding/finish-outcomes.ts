import { applyEffects, EffectsInterrupted } from '../../handlers/effects/apply-effects.ts';
import type { Effect, EffectOutcome } from '../../handlers/effects/effect.ts';
import type { Entry } from '../log/entry.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';
import { giveBackTurn } from '../turns/give-back-turn.ts';
import type { TurnBook } from '../turns/turn-book.ts';
import { noteAlert } from './note-alert.ts';

/** An owner that was read so lately is not read again before it is written. */
const freshMillis = 2_000;

/** A decision whose effects this invocation may do, and nobody else meanwhile. */
export type HeldOutcome = {
  readonly entry: Entry;
  readonly claimEntryId: string | null;
  readonly effects: readonly Effect[];
  /** They may have been done before: whoever began was stopped in the middle. */
  readonly isRetry: boolean;
};

/**
 * Does in the portal what was decided, gives back the turns of owners that it does not take, and notes that all is done. What
 * does not come off stays due, for whoever comes by next.
 *
 * @returns keys of the outcomes that are done
 */
export async function finishOutcomes(
  portal: PrivatePortal,
  book: TurnBook,
  held: readonly HeldOutcome[],
): Promise<Set<string>> {
  const all = held.flatMap((one) => one.effects.map((effect) => ({ one, effect })));
  const outcomes = await applyAll(
    portal,
    all.map(({ one, effect }) => ({ effect, isRetry: one.isRetry })),
  );
  const done: HeldOutcome[] = [];
  for (const one of held) {
    const theirs = all.flatMap((each, place) =>
      each.one === one ? [{ effect: each.effect, outcome: outcomes[place] ?? null }] : [],
    );
    if (theirs.some(({ outcome }) => outcome === null)) {
      continue;
    }
    const isOwnerLost = theirs.some(({ effect, outcome }) => isLost(effect, outcome));
    if (isOwnerLost && !(await giveBackTurn(portal, book, one.entry))) {
      continue;
    }
    await tellOutcomes(portal, theirs);
    done.push(one);
  }
  await portal.log.change(
    done.flatMap(({ entry, claimEntryId }) => [
      { id: entry.id, change: { state: 'written', texts: { due: '' } } },
      ...(claimEntryId === null ? [] : [{ id: claimEntryId, change: { state: 'settled' } }]),
    ]),
  );
  return new Set(done.map(({ entry }) => entry.key));
}

async function applyAll(
  portal: PrivatePortal,
  effects: readonly { readonly effect: Effect; readonly isRetry: boolean }[],
): Promise<readonly (EffectOutcome | null)[]> {
  if (effects.length === 0) {
    return [];
  }
  try {
    return await applyEffects(portal.crm, effects, {
      appId: portal.appId,
      now: portal.now(),
      freshMillis,
      missingProperties: portal.self.missingProperties,
    });
  } catch (error) {
    if (error instanceof EffectsInterrupted) {
      return error.outcomes;
    }
    throw error;
  }
}

/** It cost somebody a turn, and they did not get the lead. */
function isLost(effect: Effect, outcome: EffectOutcome | null): boolean {
  return effect.kind === 'record' && effect.owner !== null && outcome !== null && outcome.state !== 'done';
}

async function tellOutcomes(
  portal: PrivatePortal,
  outcomes: readonly { readonly effect: Effect; readonly outcome: EffectOutcome | null }[],
): Promise<void> {
  for (const { effect, outcome } of outcomes) {
    if (outcome?.state === 'refused' && outcome.category !== 'OBJECT_NOT_FOUND') {
      await noteAlert(portal, {
        code: 'HSV021',
        about: `${effect.kind}, ${outcome.category}`,
        message: `The portal refused to take what was decided: ${outcome.message}`,
        nextStep: 'Look at the decision in the settings of Signalbox; the record says what was to be written.',
      });
    }
    if (outcome?.state === 'notAllowed') {
      await noteAlert(portal, {
        code: 'HSV022',
        about: effect.kind,
        message: `The portal's plan or the app's permissions do not allow to write a ${effect.kind}. The rest of each decision is written.`,
        nextStep: 'Grant the permission in the settings of the app, or switch this part off.',
      });
    }
  }
}
