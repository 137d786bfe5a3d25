import type { RecordedAxis } from '../model/decision-record.ts';
import { printInt, printLong, type Int } from '../model/number.ts';
import type { Axis, Bin, ScoreAttribute, Scorecard } from '../model/scorecard.ts';
import type { Thresholds } from '../model/policy.ts';
import { missingBin, otherBin } from '../score/score-attributes.ts';
import { bandOf } from '../score/weigh-confidence.ts';
import { fieldPosition, keptValue, type Telling } from './story-names.ts';
import { addLine, joinWords, type StoryLine } from './story.ts';

/** The place of engagement among the score cards: the only one that deeds add to. */
const engagementPlace: Int = 1;

/** Every value that counted with its points, the strongest first, and what is missing. */
export function tellPoints(axis: RecordedAxis, cardPosition: Int, telling: Telling): StoryLine[] {
  const card = telling.policy.scorecards[cardPosition]!;
  const counted: StoryLine[] = [];
  const missing: string[] = [];
  for (let place: Int = 0; place < card.attributes.length; place += 1) {
    const attribute = card.attributes[place]!;
    const binPosition: Int = axis.bins[place]!;
    const line = attributeLine(attribute, binPosition, telling);
    if (binPosition === missingBin) {
      missing.push(attribute.label);
    }
    if (binPosition !== missingBin || line.points !== 0) {
      insertByStrength(counted, line);
    }
  }
  if (cardPosition === engagementPlace) {
    addSignals(counted, telling);
  }
  const lines: StoryLine[] = [];
  addLine(lines, 'total', totalWords(axis, card, telling.policy.thresholds));
  for (const line of counted) {
    lines.push(line);
  }
  if (card.basePoints !== 0) {
    lines.push({ code: 'base', text: 'what every lead starts with', points: card.basePoints });
  }
  if (missing.length > 0) {
    addLine(lines, 'missing', `Not known: ${joinWords(missing)}.`);
  }
  return lines;
}

function totalWords(axis: RecordedAxis, card: Scorecard, thresholds: Thresholds): string {
  const highFrom: Int = highFromOf(card.axis, thresholds);
  const score = `${printInt(axis.score)} of 100 is ${bandOf(axis.score, highFrom)} (high from ${printInt(highFrom)} on)`;
  const known = `${printInt(axis.coverage)} % of what counts here is known`;
  if (card.basis === 'trained') {
    return `${score}: ${printInt(axis.points)} points, read from the card's table; ${known}.`;
  }
  if (axis.points !== axis.score) {
    return `${score}: ${printInt(axis.points)} points, kept within 0 and 100; ${known}.`;
  }
  return `${score}; ${known}.`;
}

/** From which score on an axis counts as high. */
export function highFromOf(axis: Axis, thresholds: Thresholds): Int {
  switch (axis) {
    case 'fit':
      return thresholds.fitHigh;
    case 'engagement':
      return thresholds.engagementHigh;
    case 'intent':
      return thresholds.intentHigh;
    default:
      return thresholds.capacityHigh;
  }
}

function attributeLine(attribute: ScoreAttribute, binPosition: Int, telling: Telling): StoryLine {
  if (binPosition === missingBin) {
    return { code: 'missingValue', text: `${attribute.label} is not known`, points: attribute.missingPoints };
  }
  const position: Int = fieldPosition(attribute.fieldKey, telling);
  const isPersonal = position >= 0 && telling.fields[position]!.isPersonal;
  const kept = isPersonal || position < 0 ? null : keptValue(position, telling);
  if (binPosition === otherBin) {
    const seen = kept === null ? `${attribute.label}` : `${attribute.label} ${kept}`;
    return { code: 'otherValue', text: `${seen}: no listed value`, points: attribute.otherPoints };
  }
  const bin = attribute.bins[binPosition]!;
  const range = bin.texts.length > 0 ? '' : ` (${rangeWords(bin)})`;
  const known =
    kept === null ? `${attribute.label}${isPersonal ? '' : valueWords(bin)}` : `${attribute.label} ${kept}${range}`;
  return { code: 'value', text: `${known}${evidenceWords(bin)}`, points: bin.points };
}

/** Where the record kept no value: what the bin holds. */
function valueWords(bin: Bin): string {
  return bin.texts.length > 0 ? `: ${bin.texts.join(' or ')}` : ` ${rangeWords(bin)}`;
}

function rangeWords(bin: Bin): string {
  if (bin.low === null) {
    return bin.high === null ? 'any number' : `up to ${printLong(bin.high)}`;
  }
  return bin.high === null ? `${printLong(bin.low)} or more` : `${printLong(bin.low)} to ${printLong(bin.high)}`;
}

function evidenceWords(bin: Bin): string {
  return bin.evidence === 0 ? '' : `, from ${printInt(bin.evidence)} past leads`;
}

function addSignals(counted: StoryLine[], telling: Telling): void {
  const signals = telling.record.signals;
  for (let position: Int = 0; position < signals.length; position += 1) {
    const points: Int = signals[position]!;
    if (points !== 0) {
      insertByStrength(counted, { code: 'signal', text: telling.policy.signals[position]!.label, points: points });
    }
  }
}

/** Puts a line behind all that weigh as much or more, so that equals stay in the policy's order. */
function insertByStrength(lines: StoryLine[], line: StoryLine): void {
  lines.push(line);
  let place: Int = lines.length - 1;
  while (place > 0 && sizeOf(lines[place - 1]!.points) < sizeOf(line.points)) {
    lines[place] = lines[place - 1]!;
    place -= 1;
  }
  lines[place] = line;
}

function sizeOf(points: Int): Int {
  return points < 0 ? -points : points;
}
