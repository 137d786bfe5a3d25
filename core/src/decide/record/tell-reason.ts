import type { Condition } from '../model/condition.ts';
import { conditionSentence } from '../model/condition-sentence.ts';
import { metMark } from '../model/judge.ts';
import { printInt, type Int } from '../model/number.ts';
import type { Rule } from '../model/policy.ts';
import { testSentence } from '../model/test-sentence.ts';
import { bandOf } from '../score/weigh-confidence.ts';
import { guardFinding, guardLabel } from './guard-words.ts';
import { destinationLabel, fieldPosition, findDestination, keptValue, nameOf, type Telling } from './story-names.ts';
import { addLine, joinWords, type StoryLine } from './story.ts';

const firstLetterUnit: Int = 97;

/** What decided, how the owner was found, and why each rule before it did not apply. */
export function tellReason(telling: Telling): StoryLine[] {
  const lines: StoryLine[] = [];
  tellChoice(lines, telling);
  tellOwner(lines, telling);
  tellGuardsPassed(lines, telling);
  tellRulesPassed(lines, telling);
  return lines;
}

function tellChoice(lines: StoryLine[], telling: Telling): void {
  const choice = telling.record.choice;
  const destination = destinationLabel(choice.destination, telling);
  if (choice.source === 'guard' && choice.guard >= 0) {
    const guardKey = telling.guards[choice.guard]!.guardKey;
    addLine(lines, 'guard', `Guard "${guardLabel(guardKey)}": ${guardFinding(guardKey)} → ${destination}.`);
  } else if (choice.source === 'rule' && choice.rule >= 0) {
    const position: Int = telling.rulePositions[choice.rule]!;
    const rule = telling.policy.rules[position]!;
    addLine(lines, 'rule', `${ruleName(rule, position)}: ${ruleWords(rule, telling)} → ${destination}.`);
  } else if (choice.source === 'matrix') {
    addLine(lines, 'matrix', `No rule applied, so the matrix decides: ${cellWords(telling)} → ${destination}.`);
  } else {
    addLine(lines, 'fallback', `Nothing else applied: the policy's fallback → ${destination}.`);
  }
  if (choice.overflow) {
    const share = printInt(telling.policy.thresholds.reviewSharePercent);
    addLine(lines, 'overflow', `Review has had its ${share} % of the day, so the overflow setting takes the lead.`);
  }
  if (choice.held) {
    const days = printInt(telling.policy.auditDays);
    addLine(lines, 'held', `It would be closed out; in the policy's first ${days} days a person looks at that first.`);
  }
  const destinationFound = findDestination(choice.destination, telling);
  if (choice.territory >= 0 && destinationFound !== null && destinationFound.isByTerritory) {
    addLine(lines, 'territory', `Territory: ${telling.policy.territories[choice.territory]!.label}.`);
  }
}

/** ruleName(rule at position 6) → 'Rule 7 "Enterprise east"'. */
export function ruleName(rule: Rule, position: Int): string {
  return `Rule ${printInt(position + 1)} "${rule.label}"`;
}

function ruleWords(rule: Rule, telling: Telling): string {
  const words = testSentence(rule.conditions, rule.logic, telling.fields);
  return words === '' ? 'always' : words;
}

function cellWords(telling: Telling): string {
  const record = telling.record;
  const thresholds = telling.policy.thresholds;
  const fit = `fit ${printInt(record.fit.score)} is ${bandOf(record.fit.score, thresholds.fitHigh)}`;
  const engagementBand = bandOf(record.engagement.score, thresholds.engagementHigh);
  const engagement = `engagement ${printInt(record.engagement.score)} is ${engagementBand}`;
  const confidenceBand = bandOf(record.confidence.value, thresholds.lowConfidence);
  return `${fit}, ${engagement}, confidence ${printInt(record.confidence.value)} is ${confidenceBand}`;
}

function tellOwner(lines: StoryLine[], telling: Telling): void {
  const assignment = telling.record.assignment;
  const owner = nameOf(assignment.owner, telling);
  const basis = telling.record.ownerBasis;
  switch (assignment.basis) {
    case 'kept':
      addLine(lines, 'kept', `${owner} holds the record because a person said so.`);
      break;
    case 'owner':
      addLine(lines, 'existingOwner', `${owner} already has ${existingWords(basis)}.`);
      break;
    case 'territoryOwner':
      addLine(lines, 'territoryOwner', `${owner} works this territory.`);
      break;
    case 'holder':
      addLine(lines, 'holder', `${owner} holds what goes here without a turn.`);
      break;
    default:
      addLine(lines, 'turn', turnWords(owner, telling));
      break;
  }
  if (assignment.basis !== 'kept' && assignment.consumedTurn) {
    addLine(lines, 'consumedTurn', `The lead cost ${owner} a turn in ${takingPool(telling)}.`);
  }
  if (assignment.stale) {
    addLine(lines, 'stale', 'A calendar did not cover this moment, so working hours kept nobody out.');
  }
}

function existingWords(basis: string | null): string {
  switch (basis) {
    case 'contact':
      return 'this person';
    case 'earlier':
      return 'an earlier lead of this person';
    case 'account':
      return 'this company';
    default:
      return 'this record';
  }
}

function turnWords(owner: string, telling: Telling): string {
  const assignment = telling.record.assignment;
  const poolTry = assignment.tries[assignment.tries.length - 1]!;
  const able: Int = countAble(poolTry.marks);
  const counted = `${printInt(able)} of ${printInt(poolTry.marks.length)} could take it`;
  const turn = `it is the turn of ${owner} in ${takingPool(telling)} (${counted})`;
  if (assignment.basis === 'overflow') {
    return `Nobody in the first pool could take it; ${turn}.`;
  }
  if (assignment.basis === 'afterHours') {
    return `Nobody is within working hours; without regard to hours ${turn}.`;
  }
  return `In fair turns ${turn}.`;
}

function takingPool(telling: Telling): string {
  const position = telling.record.assignment.pool;
  return position < 0 ? 'the pool' : telling.policy.pools[position]!.label;
}

function countAble(marks: string): Int {
  let able: Int = 0;
  for (let place: Int = 0; place < marks.length; place += 1) {
    const mark = marks.substring(place, place + 1);
    able += mark === 'T' || mark === 'e' ? 1 : 0;
  }
  return able;
}

function tellGuardsPassed(lines: StoryLine[], telling: Telling): void {
  const marks = telling.record.choice.guards;
  const passed: string[] = [];
  for (let position: Int = 0; position < marks.length; position += 1) {
    if (marks.substring(position, position + 1) === '-') {
      passed.push(guardLabel(telling.guards[position]!.guardKey));
    }
  }
  if (passed.length > 0) {
    addLine(lines, 'guardsPassed', `Guards that let it through: ${joinWords(passed)}.`);
  }
}

function tellRulesPassed(lines: StoryLine[], telling: Telling): void {
  const marks = telling.record.choice.rules;
  for (let place: Int = 0; place * 2 < marks.length; place += 1) {
    const mark = marks.substring(place * 2, place * 2 + 2);
    if (mark !== metMark) {
      const position: Int = telling.rulePositions[place]!;
      const rule = telling.policy.rules[position]!;
      addLine(lines, 'rulePassed', `${ruleName(rule, position)} did not apply: ${failureWords(rule, mark, telling)}.`);
    }
  }
}

/** The condition that decided against a rule, and what was seen. */
function failureWords(rule: Rule, mark: string, telling: Telling): string {
  const place: Int = mark.charCodeAt(0) - firstLetterUnit;
  if (place < 0 || place >= rule.conditions.length) {
    return 'its conditions do not hold together';
  }
  const condition = rule.conditions[place]!;
  const isOpen = mark.endsWith('?');
  const sentence = conditionSentence(condition, telling.fields);
  const opening = rule.logic === '' ? `it asks that ${sentence}` : `it turned on whether ${sentence}`;
  return `${opening}, ${seenWords(condition, isOpen, telling)}`;
}

function seenWords(condition: Condition, isOpen: boolean, telling: Telling): string {
  const position: Int = fieldPosition(condition.fieldKey, telling);
  if (isOpen || position < 0) {
    return 'which is not known; missing is not a match';
  }
  if (condition.operator === 'isKnown') {
    return 'and it is not';
  }
  const field = telling.fields[position]!;
  if (field.isPersonal) {
    return 'and the value is personal and not kept here';
  }
  const kept = keptValue(position, telling);
  if (field.fieldType === 'flag') {
    return `and the answer is ${kept ?? 'no'}`;
  }
  if (kept === null) {
    return telling.record.truncated.length > 0 ? 'and it is not' : `and ${field.label} is not known`;
  }
  return `and ${field.label} is ${kept}`;
}
