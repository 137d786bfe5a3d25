/**
 * How contacts are decided without a server, on one page: look at what was begun, claim, read, assess and take turns, do, look
 * after others. Every step can be the last one of a function that is stopped: whoever comes next finds what it left and goes on.
 */
import type { WaitingSubject } from '../../handlers/subjects/subject.ts';
import { gatherSubjects, type Gathering } from '../../handlers/subjects/gather-subjects.ts';
import { onePersonAtATime } from '../../handlers/subjects/one-person-at-a-time.ts';
import type { DecidingView } from '../portal/deciding-view.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';
import { TurnBook } from '../turns/turn-book.ts';
import type { Claim } from './contact-history.ts';
import { countOpenWork } from './count-open-work.ts';
import { answerOf, type DecideAnswer, type DecideAsk } from './decide-ask.ts';
import { finishOutcomes, type HeldOutcome } from './finish-outcomes.ts';
import { noteAlert } from './note-alert.ts';
import { openClaims, type OpenedClaims } from './open-claims.ts';
import { promiseProperties, promisedOf } from './promised.ts';
import { reviewLoadOf } from './review-load.ts';
import { takeDecision } from './take-decision.ts';

/**
 * Decides contacts, or finishes what somebody began with them.
 *
 * @param deadline UTC milliseconds after which nothing new is begun; what is left is answered `waiting`
 */
export async function decideContacts(
  portal: PrivatePortal,
  view: DecidingView,
  asks: readonly DecideAsk[],
  deadline: number,
): Promise<DecideAnswer[]> {
  const book = new TurnBook(portal.log);
  const opened = await openClaims(portal, book, asks);
  const answers = new Map<string, DecideAnswer>(opened.answers);
  const held = await decideClaims(portal, view, book, opened, answers, deadline);
  await finishOutcomes(portal, book, held);
  await book.noteHints(portal.now());
  return asks.map(({ contactId }) => answers.get(contactId) ?? { contactId, state: 'waiting' });
}

/** @returns what this invocation decided, to be done by it */
async function decideClaims(
  portal: PrivatePortal,
  view: DecidingView,
  book: TurnBook,
  opened: OpenedClaims,
  answers: Map<string, DecideAnswer>,
  deadline: number,
): Promise<HeldOutcome[]> {
  const claims = new Map(opened.claims.map((each) => [each.claim.contactId, each]));
  // What is only claimed is decided by whoever comes by next.
  if (claims.size === 0 || portal.now() >= deadline) {
    return [];
  }
  const waiting = opened.claims.map(({ claim }) => waitingOf(claim)).sort(byArrival);
  const [gathering, promises, recount] = await Promise.all([
    gather(portal, view, waiting, opened),
    portal.crm.readObjects('contacts', [...claims.keys()], promiseProperties),
    countOpenWork(portal, view),
  ]);
  const promiseOf = new Map(promises.map((record) => [record.id, record.properties]));
  await forgetGone(portal, opened, gathering.goneIds, gathering.merged, answers);
  const held: HeldOutcome[] = [];
  // One person's second contact waits for the next call: it must know what became of the first.
  for (const subject of onePersonAtATime(gathering.gathered).first) {
    const { contactId } = subject.waiting;
    const { claim } = claims.get(contactId)!;
    if (portal.now() >= deadline) {
      break;
    }
    const promised = promisedOf(
      promiseOf.get(contactId) ?? {},
      claim.reason === 'submitted' && subject.earlier !== null,
    );
    const taken = await takeDecision(portal, view, book, { subject, promised, deadline, recount });
    if (taken.kind === 'found') {
      answers.set(contactId, answerOf(contactId, taken.entry));
    }
    if (taken.kind === 'made') {
      answers.set(contactId, answerOf(contactId, taken.entry));
      held.push({ entry: taken.entry, claimEntryId: claim.entryId, effects: taken.effects, isRetry: false });
      for (const { code, about, found, next } of taken.problems) {
        await noteAlert(portal, { code, about, message: found, nextStep: next });
      }
    }
  }
  return held;
}

async function gather(
  portal: PrivatePortal,
  view: DecidingView,
  waiting: readonly WaitingSubject[],
  opened: OpenedClaims,
): Promise<Gathering> {
  const known = new Map(opened.claims.map((each) => [each.claim.contactId, each]));
  return gatherSubjects(portal.crm, waiting, {
    settings: view.configuration.settings,
    lists: portal.lists,
    team: view.team,
    earlierOf: (contactId) => known.get(contactId)?.standing ?? null,
    earlierOfPerson: (contactId) => {
      const { claim, standing } = known.get(contactId)!;
      return claim.reason === 'submitted' ? standing : null;
    },
    reviewLoad: await reviewLoadOf(portal),
    appId: portal.appId,
    hasLeads: portal.self.hasLeads,
    now: portal.now(),
  });
}

async function forgetGone(
  portal: PrivatePortal,
  opened: OpenedClaims,
  goneIds: readonly string[],
  merged: readonly { readonly fromId: string; readonly toId: string }[],
  answers: Map<string, DecideAnswer>,
): Promise<void> {
  const into = new Map<string, string | null>([
    ...goneIds.map((id) => [id, null] as const),
    ...merged.map(({ fromId, toId }) => [fromId, toId] as const),
  ]);
  for (const [contactId, mergedInto] of into) {
    answers.set(contactId, { contactId, state: 'gone', mergedInto });
  }
  await portal.log.change(
    opened.claims
      .filter(({ claim }) => into.has(claim.contactId))
      .map(({ claim }) => ({ id: claim.entryId, change: { state: 'gone' } })),
  );
}

function waitingOf(claim: Claim): WaitingSubject {
  return {
    contactId: claim.contactId,
    arrival: claim.arrival,
    waitingSince: claim.at,
    handedBackKeys: claim.handedBackKeys,
  };
}

/** Those who came first have their turn first. */
function byArrival(one: WaitingSubject, other: WaitingSubject): number {
  return (
    one.waitingSince - other.waitingSince ||
    one.contactId.length - other.contactId.length ||
    (one.contactId < other.contactId ? -1 : 1)
  );
}
