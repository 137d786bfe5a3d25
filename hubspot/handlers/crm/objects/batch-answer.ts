import * as z from 'zod';
import { readRefusal } from '../calls/read-refusal.ts';
import type { CrmProblem, WriteOutcome } from '../crm.ts';
import { idSchema } from '../read-answer.ts';

const idsSchema = z.union([z.array(idSchema), idSchema.transform((id) => [id])]).catch([]);

const errorSchema = z
  .looseObject({
    id: idSchema.nullish().catch(null),
    context: z
      .looseObject({ ids: idsSchema, objectWriteTraceId: idsSchema })
      .catch({ ids: [], objectWriteTraceId: [] }),
  })
  .transform((error) => ({
    ids: [...error.context.ids, ...(typeof error.id === 'string' ? [error.id] : [])],
    traceIds: error.context.objectWriteTraceId,
    problem: problemOf(error),
  }));

/** What HubSpot answers to a batch of writes, whether all were done (200, 201) or some were not (207). */
export const batchAnswerSchema = z.looseObject({
  results: z.array(
    z.looseObject({
      id: idSchema,
      properties: z.record(z.string(), z.unknown()).catch({}),
      objectWriteTraceId: z.string().nullish(),
    }),
  ),
  errors: z
    .array(errorSchema)
    .nullish()
    .transform((errors) => errors ?? []),
});

export type BatchAnswer = z.output<typeof batchAnswerSchema>;

/** Marks an input of a batch, so that what became of it can be told in any order. Only its batch has to know the mark. */
export function traceIdOf(position: number): string {
  return `signalbox-${position}`;
}

/** Why one item of a batch was refused; never with the values that HubSpot's own message repeats. */
function problemOf(error: unknown): CrmProblem {
  const { category, particulars } = readRefusal(error);
  const known = particulars.length === 0 ? '' : `: ${particulars.join(', ')}`;
  return { category: isTaken(particulars) ? 'CONFLICT' : category, message: `HubSpot refused it${known}.` };
}

/** Whether it was refused because another record has a value that only one may have. */
export function isTaken(particulars: readonly string[]): boolean {
  return particulars.some((each) => each.split(' ').includes('CONFLICTING_UNIQUE_VALUE'));
}

export function written(position: number, id: string): WriteOutcome {
  return { position, isWritten: true, id };
}

export function refused(position: number, problem: CrmProblem): WriteOutcome {
  return { position, isWritten: false, problem };
}
