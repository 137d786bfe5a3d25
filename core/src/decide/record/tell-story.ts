/**
 * A decision in plain words: the questions a reader has, in the order in which they come up.
 */
import type { DecisionRecord } from '../model/decision-record.ts';
import type { Policy } from '../model/policy.ts';
import type { Roster } from '../model/roster.ts';
import { gatherNames, type Telling } from './story-names.ts';
import type { Story, StoryLine, StorySection } from './story.ts';
import { tellActions } from './tell-actions.ts';
import { tellChanges } from './tell-changes.ts';
import { tellClock } from './tell-clock.ts';
import { tellConfidence } from './tell-confidence.ts';
import { tellDecision, tellHeadline } from './tell-decision.ts';
import { tellOthers } from './tell-others.ts';
import { tellPoints } from './tell-points.ts';
import { tellQuestion } from './tell-question.ts';
import { tellReason } from './tell-reason.ts';

/**
 * Tells why a lead went where it went. It needs nothing but the record and the policy and roster that the record names, so
 * a decision can be explained for as long as these are kept.
 *
 * tellStory(record, policy, roster).headline → "Goes to Ana Ruiz · East enterprise · warm · first touch due {at:1700000000000}"
 */
export function tellStory(record: DecisionRecord, policy: Policy, roster: Roster): Story {
  const telling = gatherNames(record, policy, roster);
  const sections: StorySection[] = [];
  addSection(sections, 'decision', 'What was decided', tellDecision(telling));
  addSection(sections, 'reason', 'Why it is theirs', tellReason(telling));
  addSection(sections, 'others', 'Why not the others', tellOthers(telling));
  addPoints(sections, telling);
  addSection(sections, 'confidence', 'How sure this is', tellConfidence(telling));
  addSection(sections, 'clock', 'The clock', tellClock(telling));
  addSection(sections, 'actions', 'What is done about it', tellActions(telling));
  addSection(sections, 'question', 'Ask next', tellQuestion(telling));
  addSection(sections, 'changes', 'What would change it', tellChanges(telling));
  return { headline: tellHeadline(telling), sections: sections };
}

function addPoints(sections: StorySection[], telling: Telling): void {
  const record = telling.record;
  addSection(sections, 'fit', 'Why fit is what it is', tellPoints(record.fit, 0, telling));
  addSection(sections, 'engagement', 'Why engagement is what it is', tellPoints(record.engagement, 1, telling));
  addSection(sections, 'intent', 'Why intent is what it is', tellPoints(record.intent, 2, telling));
  addSection(sections, 'capacity', 'Why capacity is what it is', tellPoints(record.capacity, 3, telling));
}

/** A question without an answer is left out. */
function addSection(sections: StorySection[], code: string, title: string, lines: StoryLine[]): void {
  if (lines.length > 0) {
    sections.push({ code: code, title: title, lines: lines });
  }
}
