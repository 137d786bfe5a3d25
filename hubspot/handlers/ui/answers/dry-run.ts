import { policyOfText } from '../../../../core/src/author/run/snapshot-texts.ts';
import { recordOfText } from '../../../../core/src/author/run/read-record.ts';
import { decide, prepare } from '../../../../core/src/decide/index.ts';
import type { DecisionContext, DecisionInput } from '../../../../core/src/decide/model/decision-context.ts';
import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import type { TurnLedger } from '../../../../core/src/decide/model/turn-ledger.ts';
import { tellRule } from '../../effects/tell-rule.ts';
import type { CrmRecord } from '../../crm/crm.ts';
import { decisionContextOf } from '../../people/decision-context.ts';
import type { Team } from '../../people/team.ts';
import { checkDraft } from '../../rules/check-draft.ts';
import type { DraftRow } from '../../rules/draft-row.ts';
import { policyRowsOf } from '../../rules/policy-rows.ts';
import { gatherSubjects } from '../../subjects/gather-subjects.ts';
import type { GatheredSubject } from '../../subjects/subject.ts';
import { answered, type UiAnswer } from '../ui-answer.ts';
import type { DraftRowForm, DryRunForm, OutcomeForm } from '../ui-forms.ts';
import type { UiPortal } from './ui-portal.ts';

/** So that a policy has a name in the record of a decision that nobody keeps. */
const unpublished = '0'.repeat(64);

/**
 * Decides the newest contacts by the draft and by the live revision, both as if the contacts came in now and nobody owned them:
 * what differs is then the rules' doing alone. Nothing is written and no turn is taken.
 *
 * @param input.rows what somebody has on their screen; null for the draft as it stands in the portal
 */
export async function dryRun(
  portal: UiPortal,
  input: { readonly rows: readonly DraftRowForm[] | null; readonly most: number },
): Promise<UiAnswer<DryRunForm>> {
  const startedAt = portal.now();
  const draft = checkDraft(
    input.rows === null
      ? await portal.store.readDraft()
      : { rows: policyRowsOf(input.rows as readonly DraftRow[]), problems: [] },
  );
  if (draft.problems.length > 0) {
    return { state: 'refused', problems: draft.problems };
  }
  const [{ team }, live, subjects] = await Promise.all([
    portal.people(),
    readLive(portal),
    gatherNewest(portal, input.most),
  ]);
  const after = outcomesOf(subjects, draft.policy, team, startedAt);
  const before = live === null ? null : outcomesOf(subjects, live.policy, team, startedAt);
  const leads = subjects.map((subject, place): DryRunForm['leads'][number] => {
    const [was, is] = [before?.[place] ?? null, after[place]!];
    return {
      contactId: subject.contact.id,
      name: nameOf(subject.contact),
      isMoved: was !== null && (was.destinationKey !== is.destinationKey || was.ownerKey !== is.ownerKey),
      before: was,
      after: is,
    };
  });
  return answered({
    contacts: leads.length,
    liveNumber: live?.number ?? null,
    moved: leads.filter(({ isMoved }) => isMoved).length,
    byDestination: countBy(leads, (outcome) => [outcome.destinationKey, outcome.destination]),
    byOwner: countBy(leads, (outcome) => [outcome.ownerKey, outcome.ownerName]),
    // Sorting keeps the newest first among equals.
    leads: leads.toSorted((one, other) => Number(other.isMoved) - Number(one.isMoved)),
    milliseconds: portal.now() - startedAt,
  });
}

/** The newest contacts with everything that a decision needs, without what was decided or chosen before. */
export async function gatherNewest(portal: UiPortal, most: number): Promise<GatheredSubject[]> {
  const { crm, lists, appId, hasLeads } = portal;
  const now = portal.now();
  const [newest, { configuration, team }] = await Promise.all([
    crm.searchObjects({ objectType: 'contacts', groups: [], properties: [], most, order: 'lastCreated' }),
    portal.people(),
  ]);
  const waiting = newest.map(({ id, createdAt }) => ({
    contactId: id,
    arrival: 1,
    waitingSince: createdAt,
    handedBackKeys: [],
  }));
  const { gathered } = await gatherSubjects(crm, waiting, {
    settings: configuration.settings,
    lists,
    team,
    earlierOf: () => null,
    reviewLoad: { reviewedToday: 0, decidedToday: 0 },
    appId,
    hasLeads,
    now,
  });
  return gathered;
}

function outcomesOf(subjects: readonly GatheredSubject[], policy: Policy, team: Team, now: number): OutcomeForm[] {
  const { context } = decisionContextOf(prepare(policy), unpublished, team);
  const ledgers = new Map<string, TurnLedger>();
  // In the order in which they came in, as turns are taken.
  const outcomes = subjects
    .map((subject, place) => ({ subject, place }))
    .toSorted(
      (one, other) => one.subject.waiting.waitingSince - other.subject.waiting.waitingSince || one.place - other.place,
    )
    .map(({ subject, place }) => ({
      place,
      outcome: outcomeOf(newcomer(subject.input, now), context, policy, team, ledgers),
    }));
  return outcomes.toSorted((one, other) => one.place - other.place).map(({ outcome }) => outcome);
}

/** Somebody who comes in now, whom nobody owns. */
function newcomer(input: DecisionInput, now: number): DecisionInput {
  return { ...input, crm: { ...input.crm, ownerKey: null, ownerSetter: null, handedBackKeys: [] }, now };
}

function outcomeOf(
  input: DecisionInput,
  context: DecisionContext,
  policy: Policy,
  team: Team,
  ledgers: Map<string, TurnLedger>,
): OutcomeForm {
  const decision = decide(input, [...ledgers.values()], context);
  const { ledgerAfter, ownerKey } = decision.assignment;
  if (ledgerAfter !== null) ledgers.set(ledgerAfter.poolKey, ledgerAfter);
  const record = recordOfText(decision.decisionText);
  const destination = policy.destinations[decision.assessment.choice.destinationPosition]!;
  return {
    destinationKey: destination.destinationKey,
    destination: destination.label,
    ownerKey,
    ownerName: team.roster.reps.find((rep) => rep.repKey === ownerKey)?.displayName ?? ownerKey,
    bucket: record.choice.bucket,
    fit: record.fit.score,
    engagement: record.engagement.score,
    confidence: record.confidence.value,
    why: tellRule(record, policy),
  };
}

async function readLive({ store }: UiPortal): Promise<{ readonly number: number; readonly policy: Policy } | null> {
  const entry = await store.findLive();
  const revision = entry === null ? null : await store.readRevision(entry.hash);
  return revision === null ? null : { number: revision.number, policy: policyOfText(revision.text) };
}

/** What the portal shows of a contact: its name, else its address, else its id. */
function nameOf({ id, properties }: CrmRecord): string {
  const words = [properties['firstname'], properties['lastname']]
    .map((word) => word?.trim() ?? '')
    .filter((word) => word !== '');
  const address = properties['email']?.trim() ?? '';
  return words.length > 0 ? words.join(' ') : address === '' ? id : address;
}

/** How many go where, the most after first, then by key. */
function countBy(
  leads: DryRunForm['leads'],
  keyAndLabelOf: (outcome: OutcomeForm) => readonly [string, string],
): DryRunForm['byDestination'] {
  const counts = new Map<string, { key: string; label: string; before: number; after: number }>();
  const count = (outcome: OutcomeForm | null, side: 'before' | 'after'): void => {
    if (outcome === null) return;
    const [key, label] = keyAndLabelOf(outcome);
    const entry = counts.get(key) ?? { key, label, before: 0, after: 0 };
    entry[side] += 1;
    counts.set(key, entry);
  };
  for (const { before, after } of leads) {
    count(before, 'before');
    count(after, 'after');
  }
  return [...counts.values()].sort((one, other) => other.after - one.after || (one.key < other.key ? -1 : 1));
}
