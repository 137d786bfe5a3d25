import { findPhrase } from '../model/find-phrase.ts';
import type { RecordedAxis } from '../model/decision-record.ts';
import { printInt, type Int } from '../model/number.ts';
import { bandOf } from '../score/weigh-confidence.ts';
import { destinationLabel, findDestination, nameOf, type Telling } from './story-names.ts';
import { addLine, instantMark, joinWords, type StoryLine } from './story.ts';
import { valueWords } from '../model/value-words.ts';

/** The decision in one line. */
export function tellHeadline(telling: Telling): string {
  const record = telling.record;
  const destination = destinationLabel(record.choice.destination, telling);
  const due = `first touch due ${instantMark(record.clock.dueAt)}`;
  if (isRecordOnly(telling)) {
    return `Recorded, not routed · ${destination}`;
  }
  return `${ownerWords(telling)} · ${destination} · ${record.choice.bucket} · ${due}`;
}

function ownerWords(telling: Telling): string {
  const record = telling.record;
  const owner = nameOf(record.assignment.owner, telling);
  if (record.assignment.basis === 'kept') {
    return `Stays with ${owner}`;
  }
  if (record.arm === 'control' || record.mode === 'observe') {
    return `Would go to ${owner}`;
  }
  return record.mode === 'suggest' ? `Suggested for ${owner}` : `Goes to ${owner}`;
}

function isRecordOnly(telling: Telling): boolean {
  const destination = findDestination(telling.record.choice.destination, telling);
  return destination !== null && destination.kind === 'recordOnly';
}

/** Where the lead ends, what it is called, and what it was read as. */
export function tellDecision(telling: Telling): StoryLine[] {
  const record = telling.record;
  const lines: StoryLine[] = [];
  addLine(lines, 'decidedAt', `Decided ${instantMark(record.decidedAt)}.`);
  addLine(lines, 'destination', `Destination: ${destinationLabel(record.choice.destination, telling)}.`);
  addLine(lines, 'owner', `${ownerWords(telling)}.`);
  addLine(lines, 'scores', scoreWords(telling));
  addLine(lines, 'bucket', `Together that is called ${record.choice.bucket}: a label, never a condition.`);
  if (record.tier >= 0 && record.tier < telling.policy.tiers.length) {
    addLine(lines, 'tier', `Tier: ${telling.policy.tiers[record.tier]!.label}.`);
  }
  addLine(lines, 'inquiry', inquiryWords(telling));
  tellTroubles(lines, telling);
  return lines;
}

function scoreWords(telling: Telling): string {
  const record = telling.record;
  const thresholds = telling.policy.thresholds;
  const parts: string[] = [];
  parts.push(axisWords('Fit', record.fit, thresholds.fitHigh));
  parts.push(axisWords('engagement', record.engagement, thresholds.engagementHigh));
  parts.push(axisWords('intent', record.intent, thresholds.intentHigh));
  parts.push(axisWords('capacity', record.capacity, thresholds.capacityHigh));
  return `${parts.join(', ')}; confidence ${printInt(record.confidence.value)}.`;
}

function axisWords(axis: string, recorded: RecordedAxis, highFrom: Int): string {
  return `${axis} ${printInt(recorded.score)} ${bandOf(recorded.score, highFrom)}`;
}

function inquiryWords(telling: Telling): string {
  const inquiry = telling.record.inquiry;
  const found: string[] = [];
  for (const position of inquiry.phrases) {
    const words = phraseWords(findPhrase(telling.policy.phraseLists, position));
    if (!found.includes(words)) {
      found.push(words);
    }
  }
  const phrases = found.length === 0 ? '' : ` Found: ${found.join(', ')}.`;
  if (inquiry.type === 'unknown') {
    return `The words do not say what kind of inquiry it is.${phrases}`;
  }
  const points = `${printInt(inquiry.points)} points, the next kind has ${printInt(inquiry.next)}`;
  return `Reads as a ${inquiry.type} inquiry: ${points}.${phrases}`;
}

/** A mark of channel or seniority is no quotation. */
function phraseWords(words: string): string {
  return words.startsWith('#') ? valueWords(words.substring(1)) : `"${words}"`;
}

function tellTroubles(lines: StoryLine[], telling: Telling): void {
  const record = telling.record;
  if (record.problems.length > 0) {
    addLine(lines, 'problems', `Noted about the data: ${record.problems.join(', ')}.`);
  }
  if (record.truncated.length > 0) {
    addLine(lines, 'truncated', `The record was too long: without ${joinWords(record.truncated)}.`);
  }
}
