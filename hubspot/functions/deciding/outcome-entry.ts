import * as z from 'zod';
import { isLowConfidence } from '../../../core/src/author/run/lead-decider.ts';
import type { Decision } from '../../../core/src/decide/index.ts';
import type { Destination } from '../../../core/src/decide/model/policy.ts';
import type { Effect } from '../../handlers/effects/effect.ts';
import { ledgerNameOf } from '../../handlers/deciding/ledger-name.ts';
import type { EarlierDecision, GatheredSubject } from '../../handlers/subjects/subject.ts';
import type { Entry, NewEntry } from '../log/entry.ts';
import { decisionEntryKey, turnKeyOf } from '../log/keys.ts';
import type { DecidingView } from '../portal/deciding-view.ts';
import { writeTurn } from '../turns/turn-text.ts';

/** `due`: effects are still to be done. `written`: all is done. */
export type OutcomeState = 'due' | 'written';

const repeatSchema = z.object({
  decisionId: z.string(),
  decidedAt: z.int(),
  submissionKey: z.string(),
  mode: z.string(),
  destinationKey: z.string(),
  band: z.string(),
  slaKey: z.string(),
  givenToKey: z.string(),
});

const repeatBody = z.object({ repeats: repeatSchema });

export function destinationOf(decision: Decision, { rules }: DecidingView): Destination {
  return rules.policy.destinations[decision.assessment.choice.destinationPosition]!;
}

/** The entry of a decision. With it the decision is made and its turn is taken, both or neither. */
export function entryOfDecision(
  subject: GatheredSubject,
  decision: Decision,
  effects: readonly Effect[],
  view: DecidingView,
): NewEntry {
  const { rules, context } = view;
  const { assessment, assignment, plan, clock } = decision;
  const { turn, ledgerAfter } = assignment;
  const destination = destinationOf(decision, view);
  const ledgerName = turn === null ? null : ledgerNameOf(rules.policy.mode, turn.poolKey);
  const { contactId, arrival } = subject.waiting;
  const isReviewed = destination.kind === 'review' && isLowConfidence(decision, context);
  return {
    key: decisionEntryKey(contactId, arrival),
    turnKey: ledgerName === null || ledgerAfter === null ? null : turnKeyOf(ledgerName, ledgerAfter.sequence),
    kind: 'decision',
    state: effects.length === 0 ? 'written' : 'due',
    contactId,
    at: assessment.now,
    columns: {
      decisionId: plan.decisionKey,
      mode: rules.policy.mode,
      destination: destination.destinationKey,
      band: assessment.choice.bucket,
      slaKey: clock.slaKey,
      givenTo: assignment.ownerKey,
      basis: assignment.basis,
      headline: headlineOf(decision, assignment.ownerKey, view),
      policyHash: context.policyHash,
      isReviewed: isReviewed ? 'yes' : null,
    },
    texts: {
      ...(ledgerName === null || turn === null || ledgerAfter === null
        ? {}
        : { ledger: writeTurn({ ledgerName, turn, ledger: ledgerAfter }) }),
      body: decision.decisionText,
      personal: decision.personalText,
      due: writeDue(effects),
    },
  };
}

/** Where it went, who has it, and how warm it is: what a list shows. */
function headlineOf(decision: Decision, givenToKey: string, view: DecidingView): string {
  const rep = view.team.roster.reps.find((each) => each.repKey === givenToKey);
  const { label } = destinationOf(decision, view);
  return [label, rep?.displayName ?? givenToKey, decision.assessment.choice.bucket].join(' · ');
}

/** The entry of a decision that came to what counts already. It takes no turn and takes nothing away from the one that stands. */
export function entryOfRepeat(
  subject: GatheredSubject,
  decision: Decision,
  effects: readonly Effect[],
  view: DecidingView,
): NewEntry {
  const { contactId, arrival } = subject.waiting;
  const standing = subject.earlier!;
  return {
    key: decisionEntryKey(contactId, arrival),
    turnKey: null,
    kind: 'repeat',
    state: effects.length === 0 ? 'written' : 'due',
    contactId,
    at: decision.assessment.now,
    columns: { decisionId: standing.decisionId, headline: headlineOf(decision, standing.givenToKey, view) },
    texts: { body: JSON.stringify({ repeats: standing }), due: writeDue(effects) },
  };
}

/** The decision that counts after this entry; null where somebody changed the entry so that nobody can say. */
export function standingOf(entry: Entry): EarlierDecision | null {
  if (entry.kind === 'repeat') {
    const read = repeatBody.safeParse(jsonOf(entry.texts.body ?? ''));
    return read.success ? read.data.repeats : null;
  }
  const { decisionId, mode, destination, band, slaKey, givenTo } = entry.columns;
  const [contactId, arrival] = (decisionId ?? '').split('/');
  if (entry.kind !== 'decision' || typeof decisionId !== 'string' || arrival === undefined) {
    return null;
  }
  return {
    decisionId,
    decidedAt: entry.at,
    submissionKey: `${contactId}/${arrival}`,
    mode: mode ?? '',
    destinationKey: destination ?? '',
    band: band ?? '',
    slaKey: slaKey ?? '',
    givenToKey: givenTo ?? '',
  };
}

function writeDue(effects: readonly Effect[]): string {
  return effects.length === 0 ? '' : JSON.stringify(effects);
}

/** What an entry still has to do. It was written by us a moment ago, or is empty. */
export function dueOf(entry: Entry): Effect[] {
  const due = jsonOf(entry.texts.due ?? '');
  return Array.isArray(due) ? (due as Effect[]) : [];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
