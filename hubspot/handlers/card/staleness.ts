import type { DecisionRecord } from '../../../core/src/decide/model/decision-record.ts';
import { decided } from '../portal/property-names.ts';
import type { CardStaleness } from './card-data.ts';
import type { CardGiven } from './card-of.ts';
import { readScore } from './read-score.ts';

const scoreProperties = [
  ['fit', decided.fitScore],
  ['engagement', decided.engagementScore],
  ['intent', decided.intentScore],
  ['capacity', decided.capacityScore],
] as const;

/** What has changed since the decision. A card that says nothing of it would be trusted too much. */
export function stalenessOf(record: DecisionRecord, given: CardGiven): CardStaleness[] {
  return [...ofPolicy(record, given), ...ofOwner(record, given), ...ofScores(record, given)];
}

function ofPolicy(record: DecisionRecord, given: CardGiven): CardStaleness[] {
  return given.liveHash === null || given.liveHash === record.policy
    ? []
    : [{ code: 'olderPolicy', text: 'The rules have changed since. This tells the decision by the rules of then.' }];
}

/** Only where the owner was really written: in observe nobody was given anything. */
function ofOwner(record: DecisionRecord, given: CardGiven): CardStaleness[] {
  const isGiven = record.actions.includes('+setField owner');
  const ownerId = given.properties['hubspot_owner_id'] ?? '';
  const isTheirs = given.keyOfOwner.get(ownerId) === record.assignment.owner;
  return !isGiven || ownerId === '' || isTheirs
    ? []
    : [{ code: 'ownerDiffers', text: 'Somebody else owns the contact now than the decision says.' }];
}

/** Deciding again that came to the same writes its scores, and the record stays that of the decision that counts. */
function ofScores(record: DecisionRecord, given: CardGiven): CardStaleness[] {
  const moved = scoreProperties.flatMap(([axis, property]) => {
    const score = readScore(given.properties[property]);
    return score === null || score === record[axis].score ? [] : [`${axis} is ${score} now`];
  });
  return moved.length === 0
    ? []
    : [{ code: 'scoresMoved', text: `Scores have moved since within their bands: ${moved.join(', ')}.` }];
}
