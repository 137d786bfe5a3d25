import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import { drawAsked, drawFields } from './conditions.ts';
import type { Dice } from './dice.ts';
import { drawExperiment, drawGuards, drawPool } from './routing.ts';
import { drawScorecard, drawSignal } from './scorecards.ts';

const file = path.join(__dirname, '../../../core/policies/starter.json');
export const starterPolicy = JSON.parse(readFileSync(file, 'utf8')) as Policy;

/** Every tenth phrase, so that preparing a policy takes no longer than deciding with it. */
const shortLists = starterPolicy.phraseLists.map((list) => ({
  ...list,
  phrases: list.phrases.filter((_, place) => place % 10 === 0),
}));

/** The starter policy with anything changed that ops can change; it still passes every check. */
export function drawPolicy(dice: Dice): Policy {
  const policy = structuredClone({ ...starterPolicy, phraseLists: shortLists });
  const destinationKeys = policy.destinations.map((destination) => destination.destinationKey);
  const slaKeys = policy.slas.map((sla) => sla.slaKey);
  policy.fields = drawFields(dice);
  policy.mode = dice.pick(['observe', 'suggest', 'live']);
  policy.launchedAt = dice.pick([null, 0, Date.UTC(2026, 0, 20)]);
  policy.auditDays = dice.roll(90);
  policy.fallbackDestinationKey = dice.pick(destinationKeys);
  policy.reviewOverflowDestinationKey = dice.pick(destinationKeys);
  policy.auditDestinationKey = dice.pick(['rejectList', 'review', 'triage']);
  policy.thresholds = drawThresholds(dice, policy);
  policy.scorecards = policy.scorecards.map((card) => drawScorecard(dice, card));
  policy.signals = dice.chance(30) ? policy.signals.map((signal) => drawSignal(dice, signal)) : policy.signals;
  policy.guards = drawGuards(dice, policy.guards, destinationKeys);
  policy.inquiryRoutes = policy.inquiryRoutes.filter(() => dice.chance(80));
  policy.rules = dice.shuffle(policy.rules).map((rule) => ({
    ...rule,
    isActive: dice.chance(85),
    destinationKey: dice.chance(80) ? rule.destinationKey : dice.pick(destinationKeys),
    slaKey: dice.orNull(70, () => dice.pick(slaKeys)),
    ...(dice.chance(40) ? drawAsked(dice, policy.fields) : {}),
  }));
  policy.tiers = policy.tiers.map((tier) =>
    dice.chance(20) ? { ...tier, ...drawAsked(dice, policy.fields, ['confidence', 'tier', 'territory']) } : tier,
  );
  policy.territories = dice.shuffle(policy.territories).map((territory) => ({
    ...territory,
    poolKey: dice.chance(70) ? territory.poolKey : null,
    ownerKey: 'ana',
    ...(dice.chance(30) ? drawAsked(dice, policy.fields, ['confidence', 'territory']) : {}),
  }));
  policy.cells = policy.cells.map((cell) => ({
    ...cell,
    destinationKey: dice.chance(70) ? cell.destinationKey : dice.pick(destinationKeys),
  }));
  policy.destinations = policy.destinations.map((destination) => ({
    ...destination,
    poolKey: dice.chance(80) ? destination.poolKey : dice.pick(policy.pools).poolKey,
    slaKey: dice.chance(80) ? destination.slaKey : dice.pick(slaKeys),
    isOwnerFirst: dice.chance(50),
    isByTerritory: dice.chance(50),
    isAlerted: dice.chance(50),
  }));
  policy.pools = policy.pools.map((pool) => drawPool(dice, pool, policy));
  policy.members = policy.members.map((member) => ({
    ...member,
    weight: dice.chance(70) ? member.weight : dice.pick([1, 7, 1_000]),
    dailyCap: dice.orNull(40, () => dice.roll(12)),
    weeklyCap: dice.orNull(40, () => dice.roll(40)),
    openWorkCap: dice.orNull(40, () => dice.roll(70)),
    joinedAt: dice.orNull(50, () => Date.UTC(2025, 11, 1) + dice.roll(60) * 86_400_000),
  }));
  policy.slas = policy.slas.map((sla) => ({
    ...sla,
    targetMinutes: dice.chance(70) ? sla.targetMinutes : dice.pick([1, 525_600, 480]),
    measure: dice.chance(80) ? sla.measure : dice.pick(['minutes', 'endOfDay']),
    calendarKey: dice.chance(80) ? sla.calendarKey : dice.pick([null, 'business']),
  }));
  policy.experiments = policy.experiments.map((experiment) => drawExperiment(dice, experiment));
  return policy;
}

function drawThresholds(dice: Dice, policy: Policy): Policy['thresholds'] {
  return {
    ...policy.thresholds,
    fitHigh: dice.between(1, 100),
    engagementHigh: dice.between(1, 100),
    lowConfidence: dice.between(1, 100),
    minimumCoverage: dice.roll(101),
    highValue: dice.pick([1, 100_000, 999_999_999_999]),
    inquiryPoints: dice.between(1, 12),
    inquiryMargin: dice.between(1, 5),
    reactivatedAfterDays: dice.between(1, 3_650),
    reviewSharePercent: dice.roll(101),
  };
}
