import { highFromOf } from '../../../core/src/decide/record/tell-points.ts';
import { tellStory } from '../../../core/src/decide/record/tell-story.ts';
import { bandOf } from '../../../core/src/decide/score/weigh-confidence.ts';
import type { DecisionRecord } from '../../../core/src/decide/model/decision-record.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import type { Roster } from '../../../core/src/decide/model/roster.ts';
import type { Story, StoryLine } from '../../../core/src/decide/record/story.ts';
import type { RunningClock } from '../clock/running-clock.ts';
import type { PropertyValues } from '../crm/crm.ts';
import { plainLine } from '../effects/plain-line.ts';
import { decided } from '../portal/property-names.ts';
import type { CardAxis, CardClock, CardData, CardStaleness } from './card-data.ts';
import { cardFromProperties } from './card-from-properties.ts';
import { colourOfState, linesOf, partsOf } from './card-parts.ts';
import { readRecord } from './read-record.ts';
import { stalenessOf } from './staleness.ts';
import { axisNames, weightiestReasons, type AxisName } from './weightiest-reasons.ts';

export type CardGiven = {
  /** The decision part of the record of the decision that counts. */
  readonly recordText: string;
  /** The policy and the roster that the record names; null where nobody has them any more. */
  readonly policy: Policy | null;
  readonly roster: Roster;
  /** The contact's own: what Signalbox wrote there, and `hubspot_owner_id`. */
  readonly properties: PropertyValues;
  /** Keys of the team by what HubSpot calls their users. */
  readonly keyOfOwner: ReadonlyMap<string, string>;
  /** The clock of the decision; null where none was started. */
  readonly clock: RunningClock | null;
  /** The hash of the revision that decides now; null where nobody could say. */
  readonly liveHash: string | null;
  readonly now: number;
};

const mostReasons = 3;
const mostLabelCharacters = 200;

/** What of the reason is told on top: which test decided, and how the owner was found. The whole of it is in the sections. */
const codesOfPassing: ReadonlySet<string> = new Set(['guardsPassed', 'rulePassed']);

/**
 * The card of a contact that was decided: scores with their bands, the weightiest reasons, why it is theirs and not the others',
 * the clock, the one question to ask. Where record or policy cannot be read, the card is made of the contact's properties and
 * says so.
 */
export function cardOf(given: CardGiven): CardData {
  const record = readRecord(given.recordText);
  const story = record === null || given.policy === null ? null : storyOf(record, given.policy, given.roster);
  if (record === null || given.policy === null || story === null) {
    return unreadable(given);
  }
  const { policy } = given;
  const destination = policy.destinations.find(({ destinationKey }) => destinationKey === record.choice.destination);
  return {
    decisionId: given.properties[decided.decisionId] ?? null,
    decidedAt: record.decidedAt,
    mode: record.mode,
    headline: partsOf(story.headline),
    bucket: record.choice.bucket,
    destination: plainLine(destination?.label ?? record.choice.destination, mostLabelCharacters),
    axes: axisNames.map((axis) => axisOf(axis, record, policy, story)),
    confidence: confidenceOf(record, policy),
    owner: { key: record.assignment.owner, name: nameOf(record.assignment.owner, given.roster) },
    why: linesOf(told(story, 'reason').filter(({ code }) => !codesOfPassing.has(code))),
    others: linesOf(told(story, 'others')),
    clock: given.clock === null ? null : clockOf(given.clock, policy, given.roster),
    question: questionOf(story),
    changes: linesOf(told(story, 'changes')),
    sections: story.sections.map(({ code, title, lines }) => ({ code, title, lines: linesOf(lines) })),
    staleness: stalenessOf(record, given),
  };
}

/** A record may have been changed so that it is one still, and fits no policy. */
function storyOf(record: DecisionRecord, policy: Policy, roster: Roster): Story | null {
  try {
    return tellStory(record, policy, roster);
  } catch {
    return null;
  }
}

function unreadable(given: CardGiven): CardData {
  const card = cardFromProperties(given.properties);
  const flag: CardStaleness = {
    code: 'unreadable',
    text: 'The record of this decision, or the policy that it names, cannot be read. This is what stands on the contact.',
  };
  return { ...card, staleness: [flag, ...card.staleness.filter(({ code }) => code !== 'withoutBackend')] };
}

function told(story: Story, code: string): readonly StoryLine[] {
  return story.sections.find((section) => section.code === code)?.lines ?? [];
}

function questionOf(story: Story): string | null {
  const line = told(story, 'question').find(({ code }) => code === 'question');
  return line === undefined ? null : plainLine(line.text, mostLabelCharacters);
}

function axisOf(axis: AxisName, record: DecisionRecord, policy: Policy, story: Story): CardAxis {
  const { score, coverage } = record[axis];
  const highFrom = highFromOf(axis, policy.thresholds);
  const band = bandOf(score, highFrom);
  return {
    axis,
    score,
    band,
    highFrom,
    coverage,
    colour: band === 'high' ? 'success' : 'default',
    reasons: linesOf(weightiestReasons(story, axis, mostReasons)),
  };
}

function confidenceOf({ confidence }: DecisionRecord, policy: Policy): CardData['confidence'] {
  const isLow = confidence.value < policy.thresholds.lowConfidence;
  const trainedOn = policy.scorecards.find(({ axis }) => axis === 'fit')?.trainedOn ?? null;
  return {
    value: confidence.value,
    band: isLow ? 'low' : 'enough',
    basis: confidence.basis,
    trainedOn: confidence.basis === 'history' ? trainedOn : null,
    colour: isLow ? 'warning' : 'success',
  };
}

function nameOf(repKey: string, roster: Roster): string {
  const rep = roster.reps.find((one) => one.repKey === repKey);
  return plainLine(rep?.displayName ?? repKey, mostLabelCharacters);
}

function clockOf(clock: RunningClock, policy: Policy, roster: Roster): CardClock {
  const sla = policy.slas.find(({ slaKey }) => slaKey === clock.slaKey);
  return {
    state: clock.state,
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    promise: plainLine(sla?.label ?? clock.slaKey, mostLabelCharacters),
    answersFor: nameOf(clock.ownerKey, roster),
    colour: colourOfState(clock.state),
  };
}
