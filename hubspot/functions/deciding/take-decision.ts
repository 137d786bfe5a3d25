import { assess, assign, type Decision } from '../../../core/src/decide/index.ts';
import type { TurnLedger } from '../../../core/src/decide/model/turn-ledger.ts';
import { ledgerNameOf } from '../../handlers/deciding/ledger-name.ts';
import type { Effect } from '../../handlers/effects/effect.ts';
import type { EffectProblem } from '../../handlers/effects/deciding.ts';
import { isRepeatOf } from '../../handlers/effects/is-repeat-of.ts';
import { planEffects } from '../../handlers/effects/plan-effects.ts';
import type { GatheredSubject } from '../../handlers/subjects/subject.ts';
import type { Entry } from '../log/entry.ts';
import type { DecidingView } from '../portal/deciding-view.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';
import type { TurnBook } from '../turns/turn-book.ts';
import { entryOfDecision, entryOfRepeat } from './outcome-entry.ts';
import { withPromise, type Promised } from './promised.ts';

/** So often a turn may turn out to be taken before the contact is left to the next call. */
export const mostTries = 40;
const shortestWaitMillis = 15;
const longestWaitMillis = 250;

/** What became of a claim. */
export type Taken =
  | {
      readonly kind: 'made';
      readonly entry: Entry;
      readonly isRepeat: boolean;
      readonly decision: Decision;
      readonly effects: readonly Effect[];
      readonly problems: readonly EffectProblem[];
    }
  /** Somebody else decided it meanwhile, and that counts. */
  | { readonly kind: 'found'; readonly entry: Entry }
  /** Others took turn after turn, or the time was up. Nothing was written. */
  | { readonly kind: 'busy' };

/**
 * Decides one contact for good: assesses it, assigns by the newest ledgers, and makes the entry of decision and turn. If the turn
 * was taken meanwhile, the ledgers are read on and it is assigned anew; if the decision was, theirs counts.
 *
 * @param recount puts the open work of members right, where a cap counts it
 */
export async function takeDecision(
  portal: PrivatePortal,
  view: DecidingView,
  book: TurnBook,
  given: {
    readonly subject: GatheredSubject;
    readonly promised: Promised;
    readonly deadline: number;
    readonly recount: (ledgers: readonly TurnLedger[]) => TurnLedger[];
  },
): Promise<Taken> {
  const { subject, promised } = given;
  const assessment = assess(subject.input, view.context);
  const names = assessment.plan.poolPositions.map((position) =>
    ledgerNameOf(view.rules.policy.mode, view.context.prepared.pools[position]!.pool.poolKey),
  );
  const standing = promised.isOwedAnother ? null : subject.earlier;
  for (let number = 1; ; number += 1) {
    const decision = assign(assessment, given.recount(await book.ledgers(names)), view.context);
    const { policy } = view.rules;
    const isRepeat = isRepeatOf(decision, standing, policy, view.team.roster.reps, assessment.now);
    const planned = planEffects({
      subject,
      decision,
      policy,
      team: view.team,
      settings: view.configuration.settings,
      revision: view.rules,
      hasLeads: portal.self.hasLeads,
      isRepeat,
      portalTimeZone: view.configuration.calendars[0]?.timeZone ?? 'UTC',
    });
    const effects = isRepeat ? planned.effects : withPromise(planned.effects, decision, promised);
    const entry = isRepeat
      ? entryOfRepeat(subject, decision, effects, view)
      : entryOfDecision(subject, decision, effects, view);
    const creation = await portal.log.create(entry);
    if (creation.isCreated) {
      const { ledgerAfter, turn } = decision.assignment;
      if (!isRepeat && ledgerAfter !== null && turn !== null) {
        book.advance(ledgerNameOf(policy.mode, turn.poolKey), ledgerAfter);
      }
      const made = { ...entry, id: creation.id, maker: portal.log.maker, createdAt: portal.now() };
      return { kind: 'made', entry: made, isRepeat, decision, effects, problems: planned.problems };
    }
    const theirs = await portal.log.findByKey(entry.key, ['ledger', 'body', 'due']);
    if (theirs !== null) {
      return { kind: 'found', entry: theirs };
    }
    if (number >= mostTries || portal.now() >= given.deadline) {
      return { kind: 'busy' };
    }
    // Those who come back at the same instant would meet again.
    const most = Math.min(longestWaitMillis, shortestWaitMillis * 2 ** Math.min(number, 10));
    await portal.sleep(Math.ceil(most * portal.chance()));
    await book.catchUp(names);
  }
}
