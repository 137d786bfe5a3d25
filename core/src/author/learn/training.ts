import type { Axis, EngagementSignal, Scorecard } from '../../decide/model/scorecard.ts';
import type { Thresholds } from '../../decide/model/policy.ts';
import type { Calibration } from './calibrate/calibration.ts';
import type { ConfidenceBucket } from './confidence/check-confidence.ts';
import type { RiskAtCoverage } from './confidence/risk-by-coverage.ts';
import type { CalibrationGroup, Measures } from './evaluate/measures.ts';
import type { Tier } from './evaluate/lift.ts';
import type { AdditiveCard } from './fit/additive-card.ts';
import type { Direction } from './fit/fit-additive.ts';
import type { SegmentComparison } from './segments/compare-segments.ts';
import type { HygieneReport } from './hygiene/hygiene-report.ts';

/** The two axes that history can teach. */
export type LearnedAxis = Extract<Axis, 'fit' | 'engagement'>;

/** What ops may set before training. Everything has a default (default-settings.ts). */
export type TrainingSettings = {
  /** Days from the landmark within which a win counts; null lets the history choose. */
  horizonDays: number | null;
  /** Days after arrival at which engagement is looked at. */
  landmarkDays: number;
  /** Which axis a field teaches; a field that is not named teaches none. */
  fields: readonly { fieldKey: string; axis: LearnedAxis; direction: Direction }[];
  seed: number;
};

/** How a figure of leads that the card never saw came about. */
export type Evaluation = {
  /** By chance into five parts. Flatters a model when times change. */
  crossValidation: Measures & { meanAreaUnderCurve: number; roundingLoss: number };
  /** Learned on the earlier leads, looked at on the later ones: what publishing today would have meant. */
  timeSplit: {
    cutAt: number;
    earlierCount: number;
    purgedCount: number;
    /** Chances with the calibration of the earlier leads. */
    frozen: Measures;
    /** Chances with the calibration following the answers as they came in. */
    rolling: Measures & { versions: number };
    /** Of the rolling chances. */
    groups: CalibrationGroup[];
    tiers: Tier[];
    isTopClearlyAhead: boolean;
    riskByCoverage: RiskAtCoverage[];
    /**
     * The revision that decides today, on the same later leads; null when its card tells leads apart by nothing. `mayHaveSeen`: it was
     * trained itself, perhaps on these leads, and looks better here than it is.
     */
    present: { areaUnderCurve: number; tiers: Tier[]; mayHaveSeen: boolean } | null;
    /** The CRM's own score on the same leads, where it has one. */
    native: { count: number; areaUnderCurve: number; ownAreaUnderCurve: number } | null;
  } | null;
  confidence: ConfidenceBucket[];
};

/** What one axis learned. */
export type LearnedCard = {
  kind: 'learned';
  axis: LearnedAxis;
  /** Few wins: the present card's points still speak louder than the leads. */
  isPriorDriven: boolean;
  labelled: { count: number; wonCount: number };
  card: AdditiveCard;
  calibration: Calibration;
  evaluation: Evaluation;
  /** Large segments, and whether one has laws of its own. */
  segments: SegmentComparison[];
  /** As the policy takes it. */
  scorecard: Scorecard;
  /** The engagement axis alone; signals that could not be learned keep nothing. */
  signals: EngagementSignal[];
  /** The score from which on the axis counts as high. */
  highFrom: number;
  weaknesses: string[];
};

/** Why an axis learned nothing. It is told, never filled with a guess. */
export type RefusedCard = { kind: 'refused'; axis: LearnedAxis; code: string; reason: string; next: string };

export type LabelCounts = {
  count: number;
  wonCount: number;
  censoredCount: number;
  censoredWonCount: number;
  closedBeforeCount: number;
  withoutTimeCount: number;
};

/** Everything that a training found out. Pure data: it can be written as JSON and read again. */
export type Training = {
  format: 1;
  trainedAt: number;
  /** The day of looking, and the first and the last arrival. */
  asOf: number;
  firstArrivalAt: number;
  lastArrivalAt: number;
  leadCount: number;
  horizon: { days: number; reason: string; daysToWin: { share: number; days: number }[] };
  landmarkDays: number;
  seed: number;
  labels: LabelCounts;
  hygiene: HygieneReport;
  fit: LearnedCard | RefusedCard;
  engagement: LearnedCard | RefusedCard;
  thresholds: Pick<Thresholds, 'fitHigh' | 'engagementHigh'>;
};
