import { axes } from '../../../decide/model/choices.ts';
import type { FactSheet } from '../../../decide/model/fact-sheet.ts';
import type { Int } from '../../../decide/model/number.ts';
import type { PreparedPolicy, PreparedScorecard } from '../../../decide/model/prepared-policy.ts';
import type { Axis } from '../../../decide/model/scorecard.ts';
import { scoreAttributes, scoreOfPoints, type AxisScore } from '../../../decide/score/score-attributes.ts';

/** A score that somebody asks about: one axis of one lead by one policy. */
export type AskedScore = {
  prepared: PreparedPolicy;
  axis: Axis;
  facts: FactSheet;
  /** What the lead's deeds add on the axis of engagement (score-engagement.ts); 0 on the others. */
  signalPoints: Int;
};

/** The card that gives the score. */
export function cardOf({ prepared, axis }: AskedScore): PreparedScorecard {
  return prepared.scorecards[axes.indexOf(axis)]!;
}

/** The score as the engine gives it: its own sum over attributes, with what deeds add, read from its own table. */
export function scoreAxis(asked: AskedScore): AxisScore {
  const card = cardOf(asked);
  const scored = scoreAttributes(card, asked.facts);
  const points = scored.points + asked.signalPoints;
  return { ...scored, points, score: scoreOfPoints(card, points) };
}
