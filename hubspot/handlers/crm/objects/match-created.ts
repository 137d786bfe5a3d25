import type { ObjectCreation } from '../crm.ts';
import { traceIdOf, type BatchAnswer } from './batch-answer.ts';
import type { Placed } from './write-in-halves.ts';

type Result = BatchAnswer['results'][number];

/**
 * Tells which new record came of which creation. HubSpot promises no order. It gives the mark of the creation back in most
 * answers; where it does not, the record is taken that has most of the values that were sent.
 *
 * @returns the id of the new record, by the position of the creation; refused ones are missing
 */
export function matchCreated(batch: readonly Placed<ObjectCreation>[], answer: BatchAnswer): Map<number, string> {
  const ids = new Map<number, string>();
  const refusedMarks = new Set(answer.errors.flatMap((error) => error.traceIds));
  const unmarked: Result[] = answer.results.filter((result) => (result.objectWriteTraceId ?? null) === null);
  for (const { position, input } of batch) {
    const mark = traceIdOf(position);
    if (refusedMarks.has(mark)) {
      continue;
    }
    const result =
      answer.results.find((one) => one.objectWriteTraceId === mark) ?? takeMostAlike(unmarked, input.properties);
    if (result !== undefined) {
      ids.set(position, result.id);
    }
  }
  return ids;
}

/** The first of those that have most in common is taken out of the list. */
function takeMostAlike(results: Result[], properties: ObjectCreation['properties']): Result | undefined {
  const alike = ({ properties: created }: Result): number =>
    Object.entries(properties).filter(([name, value]) => value !== null && created[name] === value).length;
  const most = Math.max(...results.map(alike));
  const at = results.findIndex((result) => alike(result) === most);
  return at < 0 ? undefined : results.splice(at, 1)[0];
}
