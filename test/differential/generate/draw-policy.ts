import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FieldDefinition } from '../../../core/src/decide/model/condition.ts';
import type { PhraseList, Policy, Rule, Territory, TierRule } from '../../../core/src/decide/model/policy.ts';
import type { Dice } from '../../property/generators/dice.ts';
import { askableFields, drawTest } from './draw-asked.ts';
import { drawCard, drawDecayTable, drawSignals } from './draw-cards.ts';
import { drawCells, drawDestinations, drawGuardRows, drawInquiryRoutes } from './draw-destinations.ts';
import { drawEscalations, drawMembers, drawPools, drawSlas, peopleKeys } from './draw-pools.ts';
import type { PolicyNames } from './field-values.ts';
import { drawLabel } from './wordings.ts';

const file = path.join(import.meta.dirname, '../../../core/policies/starter.json');
const starter = JSON.parse(readFileSync(file, 'utf8')) as Policy;

const scoreFields = ['fitScore', 'engagementScore', 'intentScore', 'capacityScore'];

/** A policy of any shape that passes the form of a policy file and every check. */
export function drawVariedPolicy(dice: Dice): Policy {
  const isCrowded = dice.chance(3);
  const fields = isCrowded ? crowdOfFields() : drawOwnFields(dice);
  const names: PolicyNames = {
    tierKeys: ['smb', 'Enterprise', 'top'].slice(0, dice.roll(4)),
    territoryKeys: ['north', 'South', 'overseas', 'rest'].slice(0, dice.roll(5)),
  };
  const fieldKeys = fields.map((field) => field.fieldKey);
  const pools = drawPools(dice, fieldKeys, isCrowded);
  const slas = drawSlas(dice);
  const destinations = drawDestinations(dice, pools, slas);
  const destinationKeys = destinations.map((destination) => destination.destinationKey);
  const scored = askableFields(fields, [...scoreFields, 'confidence', 'tier', 'territory']);
  return {
    format: 1,
    name: drawLabel(dice, 'A drawn policy'),
    mode: dice.pick(['observe', 'suggest', 'live']),
    currencyCode: dice.pick(['USD', 'EUR', 'JPY']),
    launchedAt: dice.pick([null, 0, Date.UTC(2026, 0, 10)]),
    auditDays: dice.pick([0, 1, 14, 3_650]),
    auditDestinationKey: destinationKeys[0]!,
    fallbackDestinationKey: dice.pick(destinationKeys),
    reviewOverflowDestinationKey: dice.pick(destinationKeys),
    thresholds: drawThresholds(dice),
    retention: { recordDays: dice.between(1, 3_650), personalDays: dice.roll(3_651) },
    fields,
    scorecards: (['fit', 'engagement', 'intent', 'capacity'] as const).map((axis) =>
      drawCard(dice, axis, scored, isCrowded),
    ),
    signals: drawSignals(dice, isCrowded),
    decayTable: drawDecayTable(dice, starter.decayTable),
    phraseLists: drawPhraseLists(dice),
    tiers: drawTiers(dice, fields, names),
    guards: drawGuardRows(dice, destinationKeys),
    inquiryRoutes: drawInquiryRoutes(dice, destinationKeys),
    territories: drawTerritories(
      dice,
      fields,
      names,
      pools.map((pool) => pool.poolKey),
    ),
    rules: drawRules(
      dice,
      fields,
      names,
      destinationKeys,
      slas.map((sla) => sla.slaKey),
      isCrowded,
    ),
    cells: drawCells(dice, destinationKeys),
    destinations,
    pools,
    members: drawMembers(dice, pools, isCrowded),
    slas,
    escalations: drawEscalations(dice, slas),
    questions: dice.several(4, () => ({
      fieldKey: dice.pick(scored).fieldKey,
      question: drawLabel(dice, 'How many people will work with it?'),
    })),
    experiments: drawExperiments(dice),
  };
}

function drawOwnFields(dice: Dice): FieldDefinition[] {
  const fields: FieldDefinition[] = [
    { fieldKey: 'depots', label: 'depots', fieldType: 'number', isPersonal: false },
    { fieldKey: 'plan', label: drawLabel(dice, 'plan'), fieldType: 'text', isPersonal: false },
    { fieldKey: 'Plan', label: 'the other plan', fieldType: 'number', isPersonal: false },
    { fieldKey: 'isTrial', label: 'is on trial', fieldType: 'flag', isPersonal: false },
    { fieldKey: 'nickname', label: drawLabel(dice, 'nickname'), fieldType: 'text', isPersonal: true },
  ];
  return fields.slice(0, dice.roll(fields.length + 1));
}

/** As many text fields as a lead can have values of its own. */
function crowdOfFields(): FieldDefinition[] {
  return Array.from({ length: 12 }, (_, place) => ({
    fieldKey: `own-${place}`,
    label: `own field ${place}`,
    fieldType: 'text',
    isPersonal: false,
  }));
}

function drawThresholds(dice: Dice): Policy['thresholds'] {
  const share = (): number => dice.pick([1, 2, 40, 50, 60, 99, 100]);
  return {
    fitHigh: share(),
    engagementHigh: share(),
    intentHigh: share(),
    capacityHigh: share(),
    lowConfidence: share(),
    highValue: dice.pick([1, 5_000, 100_000, 999_999_999_999]),
    minimumCoverage: dice.pick([0, 1, 30, 50, 100]),
    inquiryPoints: dice.chance(3) ? 1_000 : dice.pick([1, 3, 5, 10]),
    inquiryMargin: dice.pick([1, 2, 5]),
    reactivatedAfterDays: dice.pick([1, 90, 3_650]),
    reviewSharePercent: dice.pick([0, 1, 25, 50, 100]),
  };
}

const hints = [...new Set(starter.phraseLists.map((list) => list.hintsAt))];

/** For most hints a list or two of the starter policy, in any of its languages and shortened, and words of no language. */
function drawPhraseLists(dice: Dice): PhraseList[] {
  const chosen = hints
    .filter(() => dice.chance(80))
    .flatMap((hint) => dice.shuffle(starter.phraseLists.filter((list) => list.hintsAt === hint)).slice(0, 2));
  const lists = chosen.map((list) => ({ ...list, phrases: dice.shuffle(list.phrases).slice(0, dice.between(1, 6)) }));
  if (dice.chance(50)) {
    lists.push({
      listKey: 'own',
      hintsAt: 'buying',
      points: 10,
      phrases: ['gruesse', 'ﬃ', '日 本', '#chief', 'istanbul'],
    });
  }
  return dice.shuffle(lists);
}

function drawTiers(dice: Dice, fields: readonly FieldDefinition[], names: PolicyNames): TierRule[] {
  const askable = { fields: askableFields(fields, ['confidence', 'tier', 'territory']), names };
  return names.tierKeys.map((tierKey) => ({ tierKey, label: drawLabel(dice, tierKey), ...drawTest(dice, askable) }));
}

function drawTerritories(
  dice: Dice,
  fields: readonly FieldDefinition[],
  names: PolicyNames,
  poolKeys: readonly string[],
): Territory[] {
  const askable = { fields: askableFields(fields, ['confidence', 'territory']), names };
  return names.territoryKeys.map((territoryKey) => {
    const poolKey = poolKeys.length === 0 ? null : dice.orNull(40, () => dice.pick(poolKeys));
    return {
      territoryKey,
      label: drawLabel(dice, territoryKey),
      ...drawTest(dice, askable),
      poolKey,
      ownerKey: poolKey === null ? dice.pick(peopleKeys) : dice.orNull(60, () => dice.pick(peopleKeys)),
    };
  });
}

function drawRules(
  dice: Dice,
  fields: readonly FieldDefinition[],
  names: PolicyNames,
  destinationKeys: readonly string[],
  slaKeys: readonly string[],
  isCrowded: boolean,
): Rule[] {
  const askable = { fields: askableFields(fields, []), names };
  const count = isCrowded ? 150 : dice.pick([0, 1, 3, 6, 12]);
  return Array.from({ length: count }, (_, place) => ({
    ruleKey: place === 1 ? 'Rule-0' : `rule-${place}`,
    label: drawLabel(dice, `Rule ${place + 1}`),
    isActive: dice.chance(85),
    ...drawTest(dice, askable),
    destinationKey: dice.pick(destinationKeys),
    slaKey: dice.orNull(70, () => dice.pick(slaKeys)),
  }));
}

function drawExperiments(dice: Dice): Policy['experiments'] {
  return dice.several(2, (place) => ({
    experimentKey: `trial-${place}`,
    label: drawLabel(dice, 'Trial'),
    isActive: dice.chance(40),
    controlPercent: dice.pick([0, 1, 50, 99, 100]),
  }));
}
