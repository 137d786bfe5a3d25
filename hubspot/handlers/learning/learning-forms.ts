import * as z from 'zod';
import { leanLeadForm } from './lean-lead.ts';

/** What the pages of learning get, as it comes over the wire. A figure that could not be measured is null. */

const instant = z.int();
const figure = z.number().nullable();

/** Something that keeps learning from going on, or makes it weaker. */
export const learningNoteForm = z.object({ code: z.string(), found: z.string(), next: z.string() });

const hygieneForm = z.object({
  lines: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      grade: z.enum(['inPlace', 'partial', 'missing']),
      found: z.string(),
      next: z.string(),
      recordCount: z.int(),
      witnesses: z.array(z.object({ leadKey: z.string(), seen: z.string() })),
      isStopping: z.boolean(),
    }),
  ),
  recentDeals: z.array(
    z.object({
      leadKey: z.string(),
      outcome: z.enum(['won', 'lost']),
      closedAt: instant.nullable(),
      stage: z.string().nullable(),
      closeReason: z.string().nullable(),
      finalOwner: z.string().nullable(),
      faults: z.array(z.string()),
    }),
  ),
  excludedFields: z.array(z.object({ fieldKey: z.string(), code: z.string(), reason: z.string() })),
  isStopped: z.boolean(),
});

const tierForm = z.object({
  name: z.enum(['top', 'middle', 'bottom']),
  count: z.int(),
  wonCount: z.int(),
  wonShare: figure,
  low: figure,
  high: figure,
});

const measuresForm = z.object({
  count: z.int(),
  wonCount: z.int(),
  areaUnderCurve: figure,
  logLoss: figure,
  baseLogLoss: figure,
  brierScore: figure,
  calibrationError: figure,
});

/** A card as the policy takes it. What it says is checked with the draft, as everything that somebody writes there. */
const scorecardForm = z.object({
  axis: z.enum(['fit', 'engagement']),
  basis: z.enum(['expert', 'trained']),
  basePoints: z.int(),
  attributes: z.array(
    z.object({
      attributeKey: z.string(),
      label: z.string(),
      fieldKey: z.string(),
      bins: z.array(
        z.object({
          low: z.int().nullable(),
          high: z.int().nullable(),
          texts: z.array(z.string()),
          points: z.int(),
          evidence: z.int(),
          varianceHundredths: z.int(),
        }),
      ),
      otherPoints: z.int(),
      missingPoints: z.int(),
    }),
  ),
  tableStart: z.int(),
  scoreTable: z.array(z.int()),
  agreementTable: z.array(z.int()),
  isCalibrated: z.boolean(),
  trainedOn: z.int(),
});

const signalForm = z.object({
  signalKey: z.string(),
  label: z.string(),
  points: z.int(),
  halfLifeDays: z.int(),
  capPoints: z.int(),
  isProductUsage: z.boolean(),
});

const learnedAxisForm = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('refused'),
    axis: z.enum(['fit', 'engagement']),
    code: z.string(),
    reason: z.string(),
    next: z.string(),
  }),
  z.object({
    kind: z.literal('learned'),
    axis: z.enum(['fit', 'engagement']),
    isPriorDriven: z.boolean(),
    /** Whether the card that decides today orders later leads at least as well: then it stays. */
    isNoBetterThanToday: z.boolean(),
    count: z.int(),
    wonCount: z.int(),
    calibration: z.string(),
    crossValidation: measuresForm,
    timeSplit: z
      .object({
        cutAt: instant,
        earlierCount: z.int(),
        purgedCount: z.int(),
        frozen: measuresForm,
        rolling: measuresForm,
        groups: z.array(z.object({ count: z.int(), said: figure, happened: figure })),
        tiers: z.array(tierForm),
        isTopClearlyAhead: z.boolean(),
        present: z.object({ areaUnderCurve: figure, tiers: z.array(tierForm) }).nullable(),
        native: z.object({ count: z.int(), areaUnderCurve: figure, ownAreaUnderCurve: figure }).nullable(),
      })
      .nullable(),
    scorecard: scorecardForm,
    signals: z.array(signalForm),
    highFrom: z.int(),
    weaknesses: z.array(z.string()),
  }),
]);

/** What was learned, as a page shows it and as it can be put into the draft. */
export const learnedForm = z.object({
  trainedAt: instant,
  /** The revision beside which it was learned. */
  policyHash: z.string(),
  asOf: instant,
  firstArrivalAt: instant,
  lastArrivalAt: instant,
  leadCount: z.int(),
  horizonDays: z.int(),
  horizonReason: z.string(),
  daysToWin: z.array(z.object({ share: z.number(), days: figure })),
  labels: z.object({
    count: z.int(),
    wonCount: z.int(),
    censoredCount: z.int(),
    censoredWonCount: z.int(),
    closedBeforeCount: z.int(),
    withoutTimeCount: z.int(),
  }),
  hygiene: hygieneForm,
  axes: z.array(learnedAxisForm),
  thresholds: z.object({ fitHigh: z.int(), engagementHigh: z.int() }),
  notes: z.array(learningNoteForm),
});

/** How a learning of the server stands. */
export const learningForm = z.object({
  state: z.enum(['none', 'reading', 'training', 'done', 'failed', 'cancelled']),
  startedAt: instant.nullable(),
  startedBy: z.string().nullable(),
  finishedAt: instant.nullable(),
  /** Of contacts while they are read, then of the steps of training. */
  done: z.int(),
  all: z.int(),
  phase: z.string(),
  problem: learningNoteForm.nullable(),
  result: learnedForm.nullable(),
});

/** Some past leads, for whoever trains elsewhere. */
export const leadPageForm = z.object({
  leads: z.array(leanLeadForm),
  after: z.string().nullable(),
  /** How many contacts there are; on the first page only. */
  all: z.int().nullable(),
  areDealsRead: z.boolean(),
  closedElsewhere: z.int(),
});

export type LearningNote = z.infer<typeof learningNoteForm>;
export type LearnedForm = z.infer<typeof learnedForm>;
export type LearnedAxisForm = z.infer<typeof learnedAxisForm>;
export type LearningForm = z.infer<typeof learningForm>;
export type LeadPageForm = z.infer<typeof leadPageForm>;
export type TierForm = z.infer<typeof tierForm>;
