import { printLong, type Int, type Long } from '../model/number.ts';
import type { Condition } from '../model/condition.ts';
import { fieldLabel } from '../model/condition-sentence.ts';
import type { Band, Guard, GuardKey, MatrixCell } from '../model/policy.ts';
import { bandOf, cellPosition } from '../score/weigh-confidence.ts';
import { destinationLabel, fieldPosition, keptAmount, type Telling } from './story-names.ts';
import { addLine, type StoryLine } from './story.ts';

/** Where the lead stands among the matrix's thresholds. */
type Standing = { fit: Band; engagement: Band; confidence: Band };

/** How far the lead is from going elsewhere: the nearest borders of what decided. */
export function tellChanges(telling: Telling): StoryLine[] {
  const lines: StoryLine[] = [];
  const choice = telling.record.choice;
  const standing = standingOf(telling);
  if (choice.source === 'matrix') {
    tellFit(lines, standing, telling);
    tellEngagement(lines, standing, telling);
    tellCellConfidence(lines, standing, telling);
  } else {
    tellMatrixBehind(lines, standing, telling);
  }
  if (choice.source === 'rule' && choice.rule >= 0) {
    tellRuleBorders(lines, telling);
  }
  if (choice.source !== 'guard') {
    tellGuardBorders(lines, telling);
  }
  return lines;
}

function standingOf(telling: Telling): Standing {
  const record = telling.record;
  const thresholds = telling.policy.thresholds;
  return {
    fit: bandOf(record.fit.score, thresholds.fitHigh),
    engagement: bandOf(record.engagement.score, thresholds.engagementHigh),
    confidence: bandOf(record.confidence.value, thresholds.lowConfidence),
  };
}

function opposite(band: Band): Band {
  return band === 'high' ? 'low' : 'high';
}

function cellAt(standing: Standing, telling: Telling): MatrixCell {
  return telling.policy.cells[cellPosition(standing.fit, standing.engagement, standing.confidence)]!;
}

function tellFit(lines: StoryLine[], standing: Standing, telling: Telling): void {
  const there = cellAt(
    { fit: opposite(standing.fit), engagement: standing.engagement, confidence: standing.confidence },
    telling,
  );
  tellBorder(lines, 'fit', telling.record.fit.score, telling.policy.thresholds.fitHigh, there, telling);
}

function tellEngagement(lines: StoryLine[], standing: Standing, telling: Telling): void {
  const there = cellAt(
    { fit: standing.fit, engagement: opposite(standing.engagement), confidence: standing.confidence },
    telling,
  );
  const score: Int = telling.record.engagement.score;
  tellBorder(lines, 'engagement', score, telling.policy.thresholds.engagementHigh, there, telling);
}

function tellCellConfidence(lines: StoryLine[], standing: Standing, telling: Telling): void {
  if (findGuard('lowConfidence', telling) !== null) {
    return;
  }
  const there = cellAt(
    { fit: standing.fit, engagement: standing.engagement, confidence: opposite(standing.confidence) },
    telling,
  );
  const value: Int = telling.record.confidence.value;
  tellBorder(lines, 'confidence', value, telling.policy.thresholds.lowConfidence, there, telling);
}

/** Only a border with another destination behind it is worth telling. */
function tellBorder(
  lines: StoryLine[],
  axis: string,
  score: Int,
  threshold: Int,
  there: MatrixCell,
  telling: Telling,
): void {
  if (there.destinationKey === telling.record.choice.destination) {
    return;
  }
  const destination = destinationLabel(there.destinationKey, telling);
  addLine(lines, axis, `${axis} ${borderWords(score, threshold)} → ${destination}.`);
}

/** borderWords(72, 60) → "below 60 (13 less)"; borderWords(48, 60) → "of 60 or more (12 more)". */
function borderWords(amount: Long, threshold: Long): string {
  if (amount >= threshold) {
    return `below ${printLong(threshold)} (${printLong(amount - threshold + 1)} less)`;
  }
  return `of ${printLong(threshold)} or more (${printLong(threshold - amount)} more)`;
}

/** Where a guard or a rule decided, the scores only matter behind it. */
function tellMatrixBehind(lines: StoryLine[], standing: Standing, telling: Telling): void {
  const choice = telling.record.choice;
  const destination = destinationLabel(cellAt(standing, telling).destinationKey, telling);
  if (choice.source === 'rule') {
    addLine(lines, 'withoutRule', `Without this rule the later ones are asked, then the matrix → ${destination}.`);
    return;
  }
  if (choice.source !== 'guard' || choice.guard < 0) {
    return;
  }
  if (telling.guards[choice.guard]!.guardKey === 'lowConfidence') {
    const sure = cellAt({ fit: standing.fit, engagement: standing.engagement, confidence: 'high' }, telling);
    const border = borderWords(telling.record.confidence.value, telling.policy.thresholds.lowConfidence);
    const behind = destinationLabel(sure.destinationKey, telling);
    addLine(lines, 'confidence', `confidence ${border} → the rules are asked, then the matrix → ${behind}.`);
    return;
  }
  const later = 'Without this guard the later ones and the rules are asked';
  addLine(lines, 'withoutGuard', `${later}, then the matrix → ${destination}.`);
}

/** The numbers of the rule that decided. A rule with alternatives has no single border. */
function tellRuleBorders(lines: StoryLine[], telling: Telling): void {
  const rule = telling.policy.rules[telling.rulePositions[telling.record.choice.rule]!]!;
  if (rule.logic !== '') {
    return;
  }
  for (const condition of rule.conditions) {
    const words = conditionBorder(condition, telling);
    if (words !== null) {
      addLine(lines, 'condition', `${words} → the rule no longer applies.`);
    }
  }
}

function conditionBorder(condition: Condition, telling: Telling): string | null {
  const amount = keptAmount(fieldPosition(condition.fieldKey, telling), telling);
  if (amount === null) {
    return null;
  }
  const named = fieldLabel(condition.fieldKey, telling.fields);
  const low = condition.low;
  if (low !== null) {
    return `${named} ${borderWords(amount, low)}`;
  }
  const high = condition.high;
  return high === null ? null : `${named} ${borderWords(amount, high + 1)}`;
}

/** Guards stand before everything else, so that their borders hold wherever the lead went. */
function tellGuardBorders(lines: StoryLine[], telling: Telling): void {
  const doubt = findGuard('lowConfidence', telling);
  if (doubt !== null && doubt.destinationKey !== null) {
    const border = borderWords(telling.record.confidence.value, telling.policy.thresholds.lowConfidence);
    addLine(lines, 'confidence', `confidence ${border} → ${destinationLabel(doubt.destinationKey, telling)}.`);
  }
  const wealth = findGuard('highValue', telling);
  if (wealth !== null && wealth.destinationKey !== null) {
    const money = `${printLong(telling.policy.thresholds.highValue)} ${telling.policy.currencyCode}`;
    const destination = destinationLabel(wealth.destinationKey, telling);
    addLine(lines, 'highValue', `an expected value of ${money} or more → ${destination}.`);
  }
}

function findGuard(guardKey: GuardKey, telling: Telling): Guard | null {
  for (const guard of telling.guards) {
    if (guard.guardKey === guardKey) {
      return guard;
    }
  }
  return null;
}
