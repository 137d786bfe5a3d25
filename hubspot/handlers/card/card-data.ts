import * as z from 'zod';

/** HubSpot's own names for the colours of tags. */
const colour = z.enum(['success', 'warning', 'danger', 'info', 'default']);

/** A stretch of a line: words, or an instant that the reader's own zone and language write out. */
const part = z.union([z.strictObject({ text: z.string() }), z.strictObject({ at: z.int() })]);

const line = z.strictObject({
  /** Stable, so that one kind of line can be shown in its own way. */
  code: z.string(),
  parts: z.array(part),
  /** What it added to a score; 0 where it is not about points. */
  points: z.int(),
});

const section = z.strictObject({ code: z.string(), title: z.string(), lines: z.array(line) });

const score = z.int().min(0).max(100);

const axis = z.strictObject({
  axis: z.enum(['fit', 'engagement', 'intent', 'capacity']),
  /** Null where none is known. */
  score: score.nullable(),
  /** Null where the policy that says from where on it is high is not at hand; so are the next two. */
  band: z.enum(['high', 'low']).nullable(),
  highFrom: z.int().nullable(),
  /** The share in per cent of what counts here that is known. */
  coverage: z.int().nullable(),
  colour,
  /** The weightiest first, at most three. */
  reasons: z.array(line),
});

const confidence = z.strictObject({
  value: score,
  band: z.enum(['enough', 'low']).nullable(),
  /** `policy` is the judgement of people and no chance of winning. */
  basis: z.enum(['policy', 'history']).nullable(),
  /** How many past leads stand behind it; null where none do, or nobody knows. */
  trainedOn: z.int().nullable(),
  colour,
});

const clock = z.strictObject({
  state: z.enum(['running', 'reminded', 'met', 'missed', 'closed']),
  startedAt: z.int().nullable(),
  dueAt: z.int().nullable(),
  /** The promise as ops call it. */
  promise: z.string().nullable(),
  /** Who answers for a miss. */
  answersFor: z.string().nullable(),
  colour,
});

/** Something about the card that a reader should know before they trust it. */
const staleness = z.strictObject({
  code: z.enum(['olderPolicy', 'ownerDiffers', 'scoresMoved', 'unreadable', 'withoutBackend', 'notDecided']),
  text: z.string(),
});

/**
 * What the score card shows of a contact: plain data without markup, made of the decision's record, which holds no personal value.
 * What the person wrote is not in it: the reader's own rights say whether they see that.
 */
export const cardDataSchema = z.strictObject({
  decisionId: z.string().nullable(),
  decidedAt: z.int().nullable(),
  mode: z.enum(['observe', 'suggest', 'live']).nullable(),
  headline: z.array(part),
  /** warm, lukewarm, cool or cold. */
  bucket: z.string().nullable(),
  destination: z.string().nullable(),
  /** In this order: fit, engagement, intent, capacity. */
  axes: z.array(axis),
  confidence: confidence.nullable(),
  /** Whom it was given to, or would be. */
  owner: z.strictObject({ key: z.string(), name: z.string() }).nullable(),
  /** What decided, and how the owner was found. */
  why: z.array(line),
  /** Why not the others. */
  others: z.array(line),
  clock: clock.nullable(),
  /** The one question whose answer would tell most. */
  question: z.string().nullable(),
  /** What would change it. */
  changes: z.array(line),
  /** The whole story. */
  sections: z.array(section),
  staleness: z.array(staleness),
});

export type CardData = z.infer<typeof cardDataSchema>;
export type CardAxis = CardData['axes'][number];
export type CardLine = CardData['why'][number];
export type CardPart = CardData['headline'][number];
export type CardClock = NonNullable<CardData['clock']>;
export type CardColour = CardAxis['colour'];
export type CardStaleness = CardData['staleness'][number];
