import {
  capacityScorePosition,
  confidencePosition,
  engagementScorePosition,
  fitScorePosition,
  intentScorePosition,
  territoryPosition,
  tierPosition,
  type FactSheet,
} from '../model/fact-sheet.ts';
import { fold } from '../model/fold.ts';
import { judgeTest, metMark } from '../model/judge.ts';
import { toLong, type Int, type Long } from '../model/number.ts';
import type { PreparedPolicy } from '../model/prepared-policy.ts';
import { layFacts, type KnownLead } from './lay-facts.ts';
import { scoreAttributes, scoreOfPoints, type AxisScore } from './score-attributes.ts';
import { scoreSignals, type SignalPoints } from './score-engagement.ts';
import { weighConfidence, type Confidence } from './weigh-confidence.ts';

/** The four scores, side by side and never blended, with everything that explains them. */
export type Scores = {
  fit: AxisScore;
  engagement: AxisScore;
  intent: AxisScore;
  capacity: AxisScore;
  signals: SignalPoints;
  confidence: Confidence;
  /** The position of the tier in the policy; -1 when no tier fits. */
  tierPosition: Int;
  /** The position of the first territory that fits, -1 when none does, and the trace of those that were asked. */
  territoryPosition: Int;
  territoryMarks: string;
};

export type ScoredLead = { facts: FactSheet; scores: Scores };

/** Scores a lead on four axes, weighs the confidence in that, and names its tier. */
export function score(known: KnownLead, prepared: PreparedPolicy, now: Long): ScoredLead {
  const facts = layFacts(known, prepared);
  const signals = scoreSignals(known.inbound.submission.activities, prepared, now);
  const fit = scoreAttributes(prepared.scorecards[0]!, facts);
  const engagement = withSignals(scoreAttributes(prepared.scorecards[1]!, facts), signals, prepared);
  const intent = scoreAttributes(prepared.scorecards[2]!, facts);
  const capacity = scoreAttributes(prepared.scorecards[3]!, facts);
  facts.numbers[fitScorePosition] = toLong(fit.score);
  facts.numbers[engagementScorePosition] = toLong(engagement.score);
  facts.numbers[intentScorePosition] = toLong(intent.score);
  facts.numbers[capacityScorePosition] = toLong(capacity.score);
  const tier: Int = placeInTier(facts, prepared);
  const territoryMarks: string[] = [];
  const territory: Int = placeInTerritory(facts, prepared, territoryMarks);
  const confidence = weighConfidence(fit, engagement, facts, prepared);
  facts.numbers[fitScorePosition] = toLong(fit.score);
  facts.numbers[engagementScorePosition] = toLong(engagement.score);
  facts.numbers[confidencePosition] = toLong(confidence.confidence);
  return {
    facts: facts,
    scores: {
      fit: fit,
      engagement: engagement,
      intent: intent,
      capacity: capacity,
      signals: signals,
      confidence: confidence,
      tierPosition: tier,
      territoryPosition: territory,
      territoryMarks: territoryMarks.join(''),
    },
  };
}

function withSignals(attributes: AxisScore, signals: SignalPoints, prepared: PreparedPolicy): AxisScore {
  attributes.points += signals.points;
  attributes.score = scoreOfPoints(prepared.scorecards[1]!, attributes.points);
  return attributes;
}

function placeInTier(facts: FactSheet, prepared: PreparedPolicy): Int {
  for (let position: Int = 0; position < prepared.tiers.length; position += 1) {
    if (judgeTest(prepared.tiers[position]!, facts) === metMark) {
      facts.texts[tierPosition] = fold(prepared.policy.tiers[position]!.tierKey);
      return position;
    }
  }
  return -1;
}

function placeInTerritory(facts: FactSheet, prepared: PreparedPolicy, marks: string[]): Int {
  for (let position: Int = 0; position < prepared.territories.length; position += 1) {
    const mark = judgeTest(prepared.territories[position]!, facts);
    marks.push(mark);
    if (mark === metMark) {
      facts.texts[territoryPosition] = fold(prepared.policy.territories[position]!.territoryKey);
      return position;
    }
  }
  return -1;
}
