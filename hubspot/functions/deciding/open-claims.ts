import type { EarlierDecision } from '../../handlers/subjects/subject.ts';
import type { Entry } from '../log/entry.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';
import type { TurnBook } from '../turns/turn-book.ts';
import {
  entryOfClaim,
  readHistories,
  standingBefore,
  type Claim,
  type ClaimReason,
  type ContactHistory,
} from './contact-history.ts';
import { answerOf, type DecideAnswer, type DecideAsk } from './decide-ask.ts';
import { finishOutcomes } from './finish-outcomes.ts';
import { noteAlert } from './note-alert.ts';
import { dueOf } from './outcome-entry.ts';
import { takeLease } from './take-lease.ts';

/** A claim that is to be decided now, and the decision that counts before it. */
export type OpenClaim = { readonly claim: Claim; readonly standing: EarlierDecision | null };

export type OpenedClaims = {
  readonly claims: readonly OpenClaim[];
  /** Those who need no deciding, or cannot have it now. */
  readonly answers: ReadonlyMap<string, DecideAnswer>;
};

type Wanted = { readonly ask: DecideAsk & { readonly reason: ClaimReason }; readonly history: ContactHistory };

/** A form submission sets several properties, and creates the contact: what comes so close together is one arrival. */
const oneArrivalMillis = 60_000;

/**
 * Sees what each contact needs: a claim that somebody left undecided is taken up; what was decided and not written is finished
 * first, for a later decision must never be overwritten by an earlier one; for the rest a claim is made. There is one claim for
 * each arrival, so that two who ask at once come to the same.
 */
export async function openClaims(
  portal: PrivatePortal,
  book: TurnBook,
  asks: readonly DecideAsk[],
): Promise<OpenedClaims> {
  const once = [...new Map(asks.map((ask) => [ask.contactId, ask])).values()];
  const histories = await readHistories(
    portal.log,
    once.map(({ contactId }) => contactId),
  );
  const answers = new Map<string, DecideAnswer>();
  const claims: OpenClaim[] = [];
  const wanted: Wanted[] = [];
  const unfinished = once.flatMap(({ contactId }) => {
    const last = histories.get(contactId)!.arrivals[0];
    return last?.outcome?.state === 'due' ? [{ claim: last.claim, outcome: last.outcome }] : [];
  });
  const left = await finishLeft(portal, book, unfinished);
  for (const given of once) {
    const { contactId } = given;
    const history = histories.get(contactId)!;
    const ask = isHeeded(given, history) ? { ...given, reason: 'keep' as const } : given;
    const { reason } = ask;
    const last = history.arrivals[0] ?? null;
    const answered = outcomeOfCall(history, ask.call);
    if (answered !== null) {
      answers.set(contactId, answerOf(contactId, answered));
    } else if (last !== null && last.outcome === null && last.claim.isOpen) {
      claims.push({ claim: last.claim, standing: standingBefore(history, last.claim.arrival) });
    } else if (ask.isOnlyIfKnown === true && last === null) {
      answers.set(contactId, { contactId, state: 'leftAlone' });
    } else if (left.has(contactId)) {
      // Somebody is at work with it, or HubSpot does not take it now.
      answers.set(contactId, { contactId, state: 'waiting' });
    } else if (reason === 'keep' && last !== null && last.outcome !== null) {
      answers.set(contactId, answerOf(contactId, last.outcome));
    } else {
      wanted.push({ ask: { ...ask, reason: reason === 'keep' ? 'asked' : reason }, history });
    }
  }
  claims.push(...(await makeClaims(portal, wanted)));
  return { claims, answers };
}

/** Whether the last claim was made after what makes somebody ask, or so shortly before that it is one arrival with it. */
function isHeeded({ happenedAt, reason }: DecideAsk, { arrivals }: ContactHistory): boolean {
  const [last] = arrivals;
  const together = reason === 'submitted' ? oneArrivalMillis : 0;
  return happenedAt !== undefined && last !== undefined && last.claim.at + together >= happenedAt;
}

/** What a call came to that was made before; null where it never was, or came to nothing yet. */
function outcomeOfCall({ arrivals }: ContactHistory, call: string | null): Entry | null {
  return arrivals.find(({ claim }) => call !== null && claim.call === call)?.outcome ?? null;
}

/** @returns the contacts of which something is still due */
async function finishLeft(
  portal: PrivatePortal,
  book: TurnBook,
  unfinished: readonly { readonly claim: Claim; readonly outcome: Entry }[],
): Promise<Set<string>> {
  const left = new Set(unfinished.map(({ claim }) => claim.contactId));
  const held = [];
  for (const { claim, outcome } of unfinished) {
    const lease = await takeLease(portal, outcome);
    if (lease.kind === 'taken') {
      held.push({ entry: outcome, claimEntryId: claim.entryId, effects: dueOf(outcome), isRetry: true });
    }
    if (lease.kind === 'givenUp') {
      await giveUp(portal, claim, outcome);
      left.delete(claim.contactId);
    }
  }
  const done = await finishOutcomes(portal, book, held);
  for (const { claim, outcome } of unfinished) {
    if (done.has(outcome.key)) {
      left.delete(claim.contactId);
    }
  }
  return left;
}

/** What cannot be written again and again holds nobody up any more. */
async function giveUp(portal: PrivatePortal, claim: Claim, outcome: Entry): Promise<void> {
  await noteAlert(portal, {
    code: 'HSF006',
    about: `contact ${claim.contactId}`,
    message: 'What was decided could not be written after many tries and was put aside.',
    nextStep: 'Open the contact, give it to whom the decision names, and have it decided again.',
  });
  await portal.log.change([
    { id: outcome.id, change: { state: 'putAside' } },
    { id: claim.entryId, change: { state: 'settled' } },
  ]);
}

/** Makes the next claim of each contact. Who was a moment slower takes up the claim of the other. */
async function makeClaims(portal: PrivatePortal, wanted: readonly Wanted[]): Promise<OpenClaim[]> {
  const at = portal.now();
  const given = wanted.map(({ ask, history }) => {
    const last = history.arrivals[0] ?? null;
    const before = last?.claim.handedBackKeys ?? [];
    const handedBackKeys = ask.handedBackKey === undefined ? before : [...new Set([...before, ask.handedBackKey])];
    return { ask, history, arrival: (last?.claim.arrival ?? 0) + 1, handedBackKeys };
  });
  const creations = await portal.log.createAll(
    given.map(({ ask, arrival, handedBackKeys }) =>
      entryOfClaim(ask.contactId, arrival, { reason: ask.reason, handedBackKeys, call: ask.call, at }),
    ),
  );
  const refused = given.filter((_, place) => !creations[place]!.isCreated);
  const theirs = await readHistories(
    portal.log,
    refused.map(({ ask }) => ask.contactId),
  );
  return given.flatMap(({ ask, history, arrival, handedBackKeys }, place): OpenClaim[] => {
    const creation = creations[place]!;
    const standing = standingBefore(history, arrival);
    if (creation.isCreated) {
      const { contactId, reason, call } = ask;
      const claim = { entryId: creation.id, contactId, arrival, at, isOpen: true, call, reason, handedBackKeys };
      return [{ claim, standing }];
    }
    const other = theirs.get(ask.contactId)?.arrivals.find(({ claim }) => claim.arrival === arrival);
    return other === undefined || !other.claim.isOpen || other.outcome !== null
      ? []
      : [{ claim: other.claim, standing }];
  });
}
