import * as z from 'zod';

const part = z.union([z.object({ text: z.string() }), z.object({ at: z.int() })]);
const line = z.object({ code: z.string(), parts: z.array(part), points: z.int() });

/** What the app's card shows of a contact, as far as this page shows it too. */
const cardSchema = z.object({
  headline: z.array(part),
  bucket: z.string().nullable(),
  axes: z.array(
    z.object({
      axis: z.string(),
      score: z.int().min(0).max(100).nullable(),
      band: z.string().nullable(),
      highFrom: z.int().nullable(),
      reasons: z.array(line),
    }),
  ),
  confidence: z.object({ value: z.int(), band: z.string().nullable(), basis: z.string().nullable() }).nullable(),
  owner: z.object({ name: z.string() }).nullable(),
  why: z.array(line),
  clock: z
    .object({
      state: z.enum(['running', 'reminded', 'met', 'missed', 'closed']),
      dueAt: z.int().nullable(),
      promise: z.string().nullable(),
      answersFor: z.string().nullable(),
    })
    .nullable(),
  question: z.string().nullable(),
  changes: z.array(line),
  staleness: z.array(z.object({ text: z.string() })),
});

export type CardData = z.infer<typeof cardSchema>;
export type CardPart = z.infer<typeof part>;
export type CardLine = z.infer<typeof line>;

/** Null where it is no card. */
export function readCard(json: unknown): CardData | null {
  return cardSchema.safeParse(json).data ?? null;
}
