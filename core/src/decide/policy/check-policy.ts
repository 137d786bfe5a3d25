import { axes } from '../model/choices.ts';
import type { Condition, FieldDefinition, LogicStep } from '../model/condition.ts';
import { fold } from '../model/fold.ts';
import { printInt, type Int } from '../model/number.ts';
import type { Policy, RampStep } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import type { Axis, ScoreAttribute } from '../model/scorecard.ts';
import { wordsOf } from '../model/words.ts';
import { cellKeys } from './matrix-cells.ts';
import { allFields } from './prepare.ts';
import { readLogic } from '../model/read-logic.ts';

const mostMembersOfPool: Int = 60;
const mostConditions: Int = 20;

/** What a check needs to know while it goes through a policy. */
type Checking = { policy: Policy; fields: FieldDefinition[]; problems: Problem[] };

/**
 * Everything that would keep a policy from deciding: names that name nothing, names used twice, logic that does not
 * read, a matrix with holes. A policy without these problems never fails on any lead.
 */
export function checkPolicy(policy: Policy): Problem[] {
  const checking: Checking = { policy: policy, fields: allFields(policy), problems: [] };
  checkNames(checking);
  checkScores(checking);
  checkPhrases(checking);
  checkConditions(checking);
  checkMatrix(checking);
  checkDestinations(checking);
  checkPools(checking);
  checkClocks(checking);
  checkQuestions(checking);
  return checking.problems;
}

function add(checking: Checking, code: string, about: string, found: string): void {
  checking.problems.push({ code: code, about: about, found: found });
}

function checkUnique(checking: Checking, kind: string, names: string[]): void {
  const seen = new Map<string, boolean>();
  for (const name of names) {
    if (seen.has(name)) {
      add(checking, 'POL101', `${kind} "${name}"`, 'the same key a second time');
    }
    seen.set(name, true);
  }
}

function checkNames(checking: Checking): void {
  const policy = checking.policy;
  if (policy.format !== 1) {
    add(checking, 'POL100', 'setting format', `${printInt(policy.format)}, where this version reads 1`);
  }
  checkUnique(checking, 'field', fieldKeys(checking.fields));
  checkUnique(checking, 'rule', ruleKeys(policy));
  checkUnique(checking, 'destination', destinationKeys(policy));
  checkUnique(checking, 'pool', poolKeys(policy));
  checkUnique(checking, 'service level', slaKeys(policy));
  checkUnique(checking, 'signal', signalKeys(policy));
  checkUnique(checking, 'territory', territoryKeys(policy));
  checkUnique(checking, 'tier', tierKeys(policy));
  checkUnique(checking, 'phrase list', phraseListKeys(policy));
  checkUnique(checking, 'guard', guardNames(policy));
  checkUnique(checking, 'inquiry route', inquiryTypesOf(policy));
  checkUnique(checking, 'experiment', experimentKeys(policy));
}

function checkScores(checking: Checking): void {
  const cards = checking.policy.scorecards;
  for (let place: Int = 0; place < axes.length; place += 1) {
    if (place >= cards.length || cards[place]!.axis !== axes[place]!) {
      add(checking, 'POL102', `scorecard ${printInt(place + 1)}`, `not the ${axes[place]!} card, which belongs here`);
    }
  }
  for (const card of cards) {
    const keys: string[] = [];
    for (const attribute of card.attributes) {
      keys.push(attribute.attributeKey);
      checkAttribute(checking, card.axis, attribute);
    }
    checkUnique(checking, `${card.axis} attribute`, keys);
    if (card.basis === 'trained' && (card.scoreTable.length === 0 || card.agreementTable.length === 0)) {
      add(checking, 'POL103', `scorecard ${card.axis}`, 'trained, but without its tables');
    }
  }
  if (checking.policy.decayTable.length === 0) {
    add(checking, 'POL103', 'table decay', 'empty');
  }
  for (const signal of checking.policy.signals) {
    if (signal.halfLifeDays < 1) {
      add(checking, 'POL104', `signal "${signal.signalKey}"`, 'a half-life below one day');
    }
  }
}

/** Facts that are only known once the lead is scored. */
const lateFields: string[] = [
  'fitScore',
  'engagementScore',
  'intentScore',
  'capacityScore',
  'confidence',
  'tier',
  'territory',
];

function checkAttribute(checking: Checking, axis: Axis, attribute: ScoreAttribute): void {
  const about = `${axis} attribute "${attribute.attributeKey}"`;
  if (lateFields.includes(attribute.fieldKey)) {
    add(checking, 'POL134', about, `"${attribute.fieldKey}", which is only known after scoring`);
  }
  const field = findField(checking.fields, attribute.fieldKey);
  if (field === null) {
    add(checking, 'POL114', about, `field "${attribute.fieldKey}", which no source fills`);
    return;
  }
  for (const bin of attribute.bins) {
    const isRange = bin.low !== null || bin.high !== null;
    if (field.fieldType === 'number' ? bin.texts.length > 0 : isRange || bin.texts.length === 0) {
      add(checking, 'POL105', about, `a bin that does not fit a ${field.fieldType} field`);
    }
    if (bin.low !== null && bin.high !== null && bin.low > bin.high) {
      add(checking, 'POL106', about, 'a bin whose low end is above its high end');
    }
  }
}

/** A phrase that begins with # is a single mark of channel or seniority; all others are words as messages are read. */
function checkPhrases(checking: Checking): void {
  for (const phraseList of checking.policy.phraseLists) {
    for (const phrase of phraseList.phrases) {
      const read = phrase.startsWith('#') ? fold(phrase) : wordsOf(phrase).join(' ');
      if (read !== phrase || read === '') {
        add(checking, 'POL133', `phrase "${phrase}" of "${phraseList.listKey}"`, `is read as "${read}"`);
      }
    }
  }
}

function checkConditions(checking: Checking): void {
  const policy = checking.policy;
  for (let place: Int = 0; place < policy.rules.length; place += 1) {
    const rule = policy.rules[place]!;
    const about = `rule "${rule.ruleKey}" (row ${printInt(place + 1)})`;
    checkTest(checking, about, rule.conditions, rule.logic);
    checkDestinationKey(checking, about, rule.destinationKey);
    checkSlaKey(checking, about, rule.slaKey);
  }
  for (const tier of policy.tiers) {
    const about = `tier "${tier.tierKey}"`;
    checkTest(checking, about, tier.conditions, tier.logic);
    checkNotLate(checking, about, tier.conditions, ['confidence', 'tier', 'territory']);
  }
  for (const territory of policy.territories) {
    const about = `territory "${territory.territoryKey}"`;
    checkTest(checking, about, territory.conditions, territory.logic);
    checkNotLate(checking, about, territory.conditions, ['confidence', 'territory']);
    checkPoolKey(checking, about, territory.poolKey);
    if (territory.poolKey === null && territory.ownerKey === null) {
      add(checking, 'POL107', about, 'neither a pool nor an owner');
    }
  }
}

function checkNotLate(checking: Checking, about: string, conditions: Condition[], lateKeys: string[]): void {
  for (const condition of conditions) {
    if (lateKeys.includes(condition.fieldKey)) {
      add(checking, 'POL134', about, `"${condition.fieldKey}", which is only known later`);
    }
  }
}

function checkTest(checking: Checking, about: string, conditions: Condition[], logic: string): void {
  if (conditions.length > mostConditions) {
    add(checking, 'POL108', about, `${printInt(conditions.length)} conditions, above ${printInt(mostConditions)}`);
  }
  let count: Int = 0;
  for (const condition of conditions) {
    count += 1;
    checkCondition(checking, `${about}: condition ${printInt(count)}`, condition);
  }
  const read = readLogic(logic, conditions.length);
  if (read.trouble === null && read.steps.length > 0) {
    checkAllAsked(checking, about, read.steps, conditions.length);
  }
  if (read.trouble !== null) {
    add(checking, 'POL109', about, `logic "${logic}": ${read.trouble}`);
  }
}

/** A condition that the logic line leaves out would look as if it counted. */
function checkAllAsked(checking: Checking, about: string, steps: LogicStep[], conditionCount: Int): void {
  for (let place: Int = 0; place < conditionCount; place += 1) {
    let isAsked = false;
    for (const step of steps) {
      if (step.kind === 'condition' && step.conditionPosition === place) {
        isAsked = true;
      }
    }
    if (!isAsked) {
      add(checking, 'POL135', about, `its logic line leaves out condition ${printInt(place + 1)}`);
    }
  }
}

function checkCondition(checking: Checking, about: string, condition: Condition): void {
  const field = findField(checking.fields, condition.fieldKey);
  if (field === null) {
    add(checking, 'POL114', about, `field "${condition.fieldKey}", which no source fills`);
    return;
  }
  switch (condition.operator) {
    case 'isKnown':
    case 'isUnknown':
      return;
    case 'isYes':
    case 'isNo':
      requireType(checking, about, condition, field, 'flag');
      return;
    case 'between':
    case 'atLeast':
    case 'atMost':
      requireType(checking, about, condition, field, 'number');
      requireBounds(checking, about, condition);
      return;
    default:
      requireType(checking, about, condition, field, 'text');
      requireTexts(checking, about, condition);
      return;
  }
}

function requireType(
  checking: Checking,
  about: string,
  condition: Condition,
  field: FieldDefinition,
  fieldType: string,
): void {
  if (field.fieldType !== fieldType) {
    add(
      checking,
      'POL115',
      about,
      `"${condition.operator}" asks a ${fieldType}, but "${field.fieldKey}" is a ${field.fieldType}`,
    );
  }
}

function requireBounds(checking: Checking, about: string, condition: Condition): void {
  const needsLow = condition.operator !== 'atMost';
  const needsHigh = condition.operator !== 'atLeast';
  if ((condition.low !== null) !== needsLow || (condition.high !== null) !== needsHigh) {
    add(checking, 'POL116', about, `"${condition.operator}" with the wrong ends`);
  } else if (condition.low !== null && condition.high !== null && condition.low > condition.high) {
    add(checking, 'POL106', about, 'a low end above its high end');
  }
}

function requireTexts(checking: Checking, about: string, condition: Condition): void {
  if (condition.texts.length === 0) {
    add(checking, 'POL117', about, 'no value to compare with');
  }
  for (const text of condition.texts) {
    if (fold(text) === '') {
      add(checking, 'POL117', about, 'an empty value, which everything would contain');
    }
    if (text.includes(';')) {
      add(checking, 'POL118', about, `"${text}" contains ;, which separates values`);
    }
    if (condition.fieldKey === 'country' && condition.operator !== 'startsWith' && fold(text).length !== 2) {
      add(checking, 'POL119', about, `"${text}" is not a country of two letters`);
    }
  }
}

function checkMatrix(checking: Checking): void {
  const cells = checking.policy.cells;
  const expected = cellKeys();
  if (cells.length !== expected.length) {
    add(checking, 'POL120', 'matrix', `${printInt(cells.length)} cells, where ${printInt(expected.length)} are needed`);
  }
  for (let place: Int = 0; place < cells.length; place += 1) {
    const cell = cells[place]!;
    const key = `${cell.fit} ${cell.engagement} ${cell.confidence}`;
    if (place < expected.length && key !== expected[place]!) {
      add(checking, 'POL121', `matrix cell ${printInt(place + 1)}`, `"${key}", where "${expected[place]!}" belongs`);
    }
    checkDestinationKey(checking, `matrix cell ${printInt(place + 1)}`, cell.destinationKey);
  }
}

function checkDestinations(checking: Checking): void {
  const policy = checking.policy;
  checkDestinationKey(checking, 'setting auditDestinationKey', policy.auditDestinationKey);
  checkDestinationKey(checking, 'setting fallbackDestinationKey', policy.fallbackDestinationKey);
  checkDestinationKey(checking, 'setting reviewOverflowDestinationKey', policy.reviewOverflowDestinationKey);
  for (const destination of policy.destinations) {
    const about = `destination "${destination.destinationKey}"`;
    checkPoolKey(checking, about, destination.poolKey);
    checkSlaKey(checking, about, destination.slaKey);
    if (destination.holderKey === '') {
      add(checking, 'POL122', about, 'no holder, so a lead could be left to nobody');
    }
    if (destination.destinationKey === policy.auditDestinationKey && destination.kind === 'closeOut') {
      add(checking, 'POL123', about, 'the audit destination closes leads out itself');
    }
  }
  for (const guard of policy.guards) {
    checkDestinationKey(checking, `guard "${guard.guardKey}"`, guard.destinationKey);
    if (guard.destinationKey === null && guard.guardKey !== 'outOfScope') {
      add(checking, 'POL124', `guard "${guard.guardKey}"`, 'no destination');
    }
  }
  for (const route of policy.inquiryRoutes) {
    checkDestinationKey(checking, `inquiry route "${route.inquiryType}"`, route.destinationKey);
  }
}

function checkPools(checking: Checking): void {
  const policy = checking.policy;
  for (const pool of policy.pools) {
    const about = `pool "${pool.poolKey}"`;
    checkPoolKey(checking, about, pool.overflowPoolKey);
    if (pool.overflowPoolKey === pool.poolKey) {
      add(checking, 'POL125', about, 'overflows into itself');
    }
    if (pool.skillFieldKey !== null && findField(checking.fields, pool.skillFieldKey) === null) {
      add(checking, 'POL114', about, `field "${pool.skillFieldKey}", which no source fills`);
    }
    checkRamp(checking, about, pool.rampSteps);
    const memberKeys: string[] = [];
    for (const member of policy.members) {
      if (member.poolKey === pool.poolKey) {
        memberKeys.push(member.memberKey);
      }
    }
    checkUnique(checking, `member of ${pool.poolKey}`, memberKeys);
    if (memberKeys.length === 0) {
      add(checking, 'POL126', about, 'no members');
    }
    if (memberKeys.length > mostMembersOfPool) {
      add(checking, 'POL108', about, `${printInt(memberKeys.length)} members, above ${printInt(mostMembersOfPool)}`);
    }
  }
  for (const member of policy.members) {
    checkPoolKey(checking, `member "${member.memberKey}"`, member.poolKey);
    if (member.weight < 0) {
      add(checking, 'POL127', `member "${member.memberKey}" of ${member.poolKey}`, 'a weight below 0');
    }
  }
}

function checkRamp(checking: Checking, about: string, steps: RampStep[]): void {
  let before: Int | null = null;
  for (const step of steps) {
    if (before !== null && step.afterDays <= before) {
      add(checking, 'POL136', about, `a ramp step after ${printInt(step.afterDays)} days out of order`);
    }
    before = step.afterDays;
  }
}

function checkClocks(checking: Checking): void {
  for (const sla of checking.policy.slas) {
    if (sla.targetMinutes < 1) {
      add(checking, 'POL128', `service level "${sla.slaKey}"`, 'a target below one minute');
    }
    if (sla.ownerKey === '') {
      add(checking, 'POL129', `service level "${sla.slaKey}"`, 'nobody owns its misses');
    }
  }
  for (const step of checking.policy.escalations) {
    checkSlaKey(checking, 'escalation', step.slaKey);
    if (step.recipientKey === '') {
      add(checking, 'POL129', `escalation of "${step.slaKey}"`, 'nobody to tell');
    }
  }
}

function checkQuestions(checking: Checking): void {
  for (const question of checking.policy.questions) {
    if (findField(checking.fields, question.fieldKey) === null) {
      add(
        checking,
        'POL114',
        `question for "${question.fieldKey}"`,
        `field "${question.fieldKey}", which no source fills`,
      );
    }
  }
}

function checkDestinationKey(checking: Checking, about: string, destinationKey: string | null): void {
  if (destinationKey !== null && !destinationKeys(checking.policy).includes(destinationKey)) {
    add(checking, 'POL130', about, `destination "${destinationKey}", which does not exist`);
  }
}

function checkPoolKey(checking: Checking, about: string, poolKey: string | null): void {
  if (poolKey !== null && !poolKeys(checking.policy).includes(poolKey)) {
    add(checking, 'POL131', about, `pool "${poolKey}", which does not exist`);
  }
}

function checkSlaKey(checking: Checking, about: string, slaKey: string | null): void {
  if (slaKey !== null && !slaKeys(checking.policy).includes(slaKey)) {
    add(checking, 'POL132', about, `service level "${slaKey}", which does not exist`);
  }
}

function findField(fields: FieldDefinition[], fieldKey: string): FieldDefinition | null {
  for (const field of fields) {
    if (field.fieldKey === fieldKey) {
      return field;
    }
  }
  return null;
}

function fieldKeys(fields: FieldDefinition[]): string[] {
  const keys: string[] = [];
  for (const field of fields) {
    keys.push(field.fieldKey);
  }
  return keys;
}

function ruleKeys(policy: Policy): string[] {
  const keys: string[] = [];
  for (const rule of policy.rules) {
    keys.push(rule.ruleKey);
  }
  return keys;
}

function destinationKeys(policy: Policy): string[] {
  const keys: string[] = [];
  for (const destination of policy.destinations) {
    keys.push(destination.destinationKey);
  }
  return keys;
}

function poolKeys(policy: Policy): string[] {
  const keys: string[] = [];
  for (const pool of policy.pools) {
    keys.push(pool.poolKey);
  }
  return keys;
}

function slaKeys(policy: Policy): string[] {
  const keys: string[] = [];
  for (const sla of policy.slas) {
    keys.push(sla.slaKey);
  }
  return keys;
}

function signalKeys(policy: Policy): string[] {
  const keys: string[] = [];
  for (const signal of policy.signals) {
    keys.push(signal.signalKey);
  }
  return keys;
}

function territoryKeys(policy: Policy): string[] {
  const keys: string[] = [];
  for (const territory of policy.territories) {
    keys.push(territory.territoryKey);
  }
  return keys;
}

function tierKeys(policy: Policy): string[] {
  const keys: string[] = [];
  for (const tier of policy.tiers) {
    keys.push(tier.tierKey);
  }
  return keys;
}

function phraseListKeys(policy: Policy): string[] {
  const keys: string[] = [];
  for (const phraseList of policy.phraseLists) {
    keys.push(phraseList.listKey);
  }
  return keys;
}

function guardNames(policy: Policy): string[] {
  const keys: string[] = [];
  for (const guard of policy.guards) {
    keys.push(guard.guardKey);
  }
  return keys;
}

function inquiryTypesOf(policy: Policy): string[] {
  const keys: string[] = [];
  for (const route of policy.inquiryRoutes) {
    keys.push(route.inquiryType);
  }
  return keys;
}

function experimentKeys(policy: Policy): string[] {
  const keys: string[] = [];
  for (const experiment of policy.experiments) {
    keys.push(experiment.experimentKey);
  }
  return keys;
}
