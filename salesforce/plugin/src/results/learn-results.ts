import * as z from 'zod';

const count = z.int().min(0);
const instant = z.number().describe('UTC milliseconds.');

const hygieneLine = z.object({
  code: z.string().describe('LRNnnn, listed in docs/codes.md.'),
  title: z.string(),
  grade: z.enum(['inPlace', 'partial', 'missing']),
  found: z.string(),
  next: z.string().describe('What to do about it; empty when in place.'),
  recordCount: count,
  witnesses: z.array(z.object({ leadKey: z.string().describe('Id of the lead.'), seen: z.string() })),
  isStopping: z.boolean().describe('A missing line of these stops training.'),
});

const reviewedDeal = z.object({
  leadKey: z.string(),
  outcome: z.enum(['won', 'lost']),
  closedAt: instant.nullable(),
  stage: z.string().nullable(),
  closeReason: z.string().nullable(),
  finalOwner: z.string().nullable().describe('Id of the user.'),
  faults: z.array(z.string()),
});

/** What was looked at: it stands in all three results. */
const looked = z.object({
  folder: z.string().describe('Where the history is kept.'),
  read: z
    .enum(['read', 'goneOn', 'kept'])
    .describe('Whether it was read just now, read on from where an earlier read stopped, or taken from the folder.'),
  revision: z.int().describe('The live revision, by whose fields and signals the history was read.'),
  asOf: instant,
  leads: count,
  leadsFromDecisions: count.describe('Told by their own decision, which holds the facts as of then.'),
  leadsFromFields: count.describe('Told by their fields as of their arrival.'),
  lostStatuses: z.array(z.string()).describe('By these an unconverted lead counts as lost.'),
  reasonField: z.string().nullable().describe('The field of the opportunity that says why it ended.'),
  horizonDays: z.number().describe('A win counts within so many days.'),
  horizonReason: z.string(),
  labelled: count.describe('Leads that are old enough for an answer.'),
  won: count.describe('Of those, won within the horizon.'),
  censored: count.describe('Too young for an answer: neither won nor lost.'),
  isStopped: z.boolean().describe('Whether this history can not support a score.'),
  lines: z.array(hygieneLine),
  excludedFields: z.array(z.object({ fieldKey: z.string(), code: z.string(), reason: z.string() })),
});

export const hygieneResult = z.object({ ...looked.shape, recentDeals: z.array(reviewedDeal) });

const tier = z.object({
  name: z.enum(['top', 'middle', 'bottom']),
  count,
  wonCount: count,
  wonShare: z.number(),
  low: z.number().describe('Ninety-five times of a hundred the true share is not below.'),
  high: z.number(),
});

const figures = z.object({
  count,
  wonCount: count,
  areaUnderCurve: z.number(),
  logLoss: z.number(),
  baseLogLoss: z.number().describe('Of always saying the average.'),
  brierScore: z.number(),
  calibrationError: z.number(),
});

const learnedAxis = z.object({
  axis: z.enum(['fit', 'engagement']),
  kind: z.literal('learned'),
  isPriorDriven: z.boolean().describe('Too few wins to speak alone: the present card still speaks with them.'),
  crossValidation: figures,
  laterLeads: figures.nullable().describe('Learned on the earlier leads, looked at on the later ones.'),
  tiers: z.array(tier),
  presentAreaUnderCurve: z.number().nullable().describe('Of the live revision, on the same later leads.'),
  highFrom: z.number(),
  weaknesses: z.array(z.string()),
});

const refusedAxis = z.object({
  axis: z.enum(['fit', 'engagement']),
  kind: z.literal('refused'),
  code: z.string(),
  reason: z.string(),
  next: z.string(),
});

const axes = z.array(z.discriminatedUnion('kind', [learnedAxis, refusedAxis]));

const verdict = z.object({
  headline: z.string(),
  axes: z.array(
    z.object({
      axis: z.enum(['fit', 'engagement']),
      lamp: z
        .enum(['green', 'amber', 'red'])
        .describe('Green may be published, amber wants a second look, red keeps what is there.'),
      title: z.string(),
      why: z.string(),
      next: z.string(),
    }),
  ),
});

export const evaluateResult = z.object({ ...looked.shape, axes, verdict });

export const trainResult = z.object({
  ...evaluateResult.shape,
  report: z.string().describe('The report, as one HTML file.'),
  card: z.string().describe('All that was found out, as JSON.'),
  draft: z.string().nullable().describe('The proposed policy for "policy push"; null where nothing was learned.'),
  fingerprint: z.string().nullable().describe('Of the proposed policy.'),
});

export const outcomesResult = z.object({
  file: z.string(),
  won: count,
  lost: count,
  disqualified: count.describe('Lost before anybody sold anything.'),
  withoutKey: count.describe('Closed, but left out, because nothing names them.'),
});

export type VerdictResult = z.infer<typeof verdict>;
export type LookedAt = z.infer<typeof looked>;
export type AxisResult = z.infer<typeof axes>[number];
export type HygieneResult = z.infer<typeof hygieneResult>;
export type EvaluateResult = z.infer<typeof evaluateResult>;
export type OutcomesResult = z.infer<typeof outcomesResult>;
export type TrainResult = z.infer<typeof trainResult>;
