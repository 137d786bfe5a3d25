import type { Int, Long } from './number.ts';

/** The four scores, never blended. */
export type Axis = 'fit' | 'engagement' | 'intent' | 'capacity';

/** Where the points come from: a person's judgement, or the customer's own won and lost deals. */
export type ScorecardBasis = 'expert' | 'trained';

/** A range or a set of values with its points. `low` and `high` are included; null is open. */
export type Bin = {
  low: Long | null;
  high: Long | null;
  texts: string[];
  points: Int;
  /** How many past leads stand behind the points; 0 for expert points. */
  evidence: Int;
  /** The points' variance in hundredths of a squared point; 0 for expert points. */
  varianceHundredths: Int;
};

/** One observable attribute of a lead and what each value is worth. The first bin that fits counts. */
export type ScoreAttribute = {
  attributeKey: string;
  label: string;
  fieldKey: string;
  bins: Bin[];
  /** Points when the value is known and no bin fits. */
  otherPoints: Int;
  /** Points when the value is not known: a bin of its own, never an imputed value. */
  missingPoints: Int;
};

/**
 * How points of one axis become a score of 0..100.
 *
 * Expert: basePoints plus all points, kept within 0..100.
 * Trained: `scoreTable[points − tableStart]`, an integer table of the calibrated sigmoid; 20 points double the odds.
 */
export type Scorecard = {
  axis: Axis;
  basis: ScorecardBasis;
  basePoints: Int;
  attributes: ScoreAttribute[];
  tableStart: Int;
  scoreTable: Int[];
  /** Trained only: confidence 0..100 by tenths of the standard error between score and threshold. */
  agreementTable: Int[];
  /** False when rolling calibration or drift checks failed: every lead of this axis then has low confidence. */
  isCalibrated: boolean;
  /** How many past leads the card was trained on; 0 for expert points. */
  trainedOn: Int;
};

/** What one kind of activity is worth, how fast it fades, and how much it can add up to. */
export type EngagementSignal = {
  signalKey: string;
  label: string;
  /** Negative for signals of disinterest. */
  points: Int;
  halfLifeDays: Int;
  /** The most that all occurrences together may count, in size; the sign follows the points. */
  capPoints: Int;
  isProductUsage: boolean;
};
