import type { FieldDefinition, FieldType, LogicStep, Operator } from './condition.ts';
import type { Int, Long } from './number.ts';
import type {
  Experiment,
  Guard,
  MatrixCell,
  PhraseHint,
  Policy,
  Pool,
  PoolMember,
  EscalationStep,
  Sla,
  Rule,
} from './policy.ts';
import type { Scorecard } from './scorecard.ts';

/** A condition with its field found and its texts folded and indexed, ready to be asked of many leads. */
export type PreparedCondition = {
  fieldPosition: Int;
  fieldType: FieldType;
  operator: Operator;
  /** Whether it only asks if something is known. */
  isOfPresence: boolean;
  texts: string[];
  textSet: Map<string, boolean>;
  low: Long | null;
  high: Long | null;
  /** The marks this condition leaves in a trace when it decides against its test. */
  metMark: string;
  unmetMark: string;
  unknownMark: string;
};

/** A tree of conditions in postfix order. A plain conjunction needs no steps. */
export type PreparedTest = { conditions: PreparedCondition[]; steps: LogicStep[]; isConjunction: boolean };

/** The answer of a test, and its two-letter mark in a positional trace. */
export type Judgement = { truth: 'met' | 'unmet' | 'unknown'; mark: string };

export type PreparedRule = { rule: Rule; asked: PreparedTest };

export type PreparedBin = { low: Long | null; high: Long | null; points: Int };

export type PreparedAttribute = {
  fieldPosition: Int;
  isNumber: boolean;
  bins: PreparedBin[];
  /** The first bin that lists a text, by the folded text. */
  binByText: Map<string, Int>;
  otherPoints: Int;
  missingPoints: Int;
  /** Best minus worst points: how much this attribute can matter. */
  pointRange: Int;
  /** The variance of its least certain bin, which stands in where no bin counted. */
  largestVariance: Int;
};

/** A score at which rules may turn, with those active rules by position. */
export type ScoreCut = { score: Int; rulePositions: Int[] };

export type PreparedScorecard = {
  card: Scorecard;
  attributes: PreparedAttribute[];
  totalRange: Int;
  /** The score from which the axis counts as high. */
  highFrom: Int;
  /** The scores from which on something else may be decided: highFrom, and every end that a rule names. */
  cuts: ScoreCut[];
};

/** One phrase of the policy's lists, counted through all of them. What follows its first word, if anything does. */
export type PreparedPhrase = {
  /** What follows the second word; null where nothing does. */
  laterWords: string | null;
  hintsAt: PhraseHint;
  /** Its inquiry type by position in `inquiryTypes`; -1 for a hint that is none. */
  typePosition: Int;
  points: Int;
};

/** The phrases that begin with a word: those that are only it, and the others by their second word. Null is none. */
export type PhraseStart = { alone: Int[]; bySecondWord: Map<string, Int[]> | null };

export type PreparedPool = {
  pool: Pool;
  /** In memberKey order. */
  members: PoolMember[];
  skillFieldPosition: Int;
};

export type PreparedSla = { sla: Sla; steps: EscalationStep[] };

/** A policy with every name looked up once. Made by prepare; it holds no lead and can serve any number of them. */
export type PreparedPolicy = {
  policy: Policy;
  fields: FieldDefinition[];
  fieldPositions: Map<string, Int>;
  /** The fields whose values a record's decision part holds: those that are not personal, without the scores. */
  recordedPositions: Int[];
  scorecards: PreparedScorecard[];
  signalPositions: Map<string, Int>;
  /** Phrases by their first word, as positions. */
  phrasesByWord: Map<string, PhraseStart>;
  phrases: PreparedPhrase[];
  tiers: PreparedTest[];
  territories: PreparedTest[];
  /** The active rules, in order. */
  rules: PreparedRule[];
  guards: Guard[];
  /** In the order fit × engagement × confidence, high before low. */
  cells: MatrixCell[];
  destinationPositions: Map<string, Int>;
  inquiryDestinations: Map<string, string>;
  slaPositions: Map<string, Int>;
  slas: PreparedSla[];
  poolPositions: Map<string, Int>;
  pools: PreparedPool[];
  questionPositions: Map<string, Int>;
  activeExperiment: Experiment | null;
};
