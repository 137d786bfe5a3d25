import type { CrmProblem, WriteOutcome } from '../crm/crm.ts';
import { RuleStoreError } from './rule-store-error.ts';

/** HubSpot takes so many at once. */
const batchSize = 100;

/** Sends inputs in batches, one after the other, and gives all outcomes in the order of the inputs. */
export async function inBatches<Input>(
  inputs: readonly Input[],
  send: (batch: readonly Input[]) => Promise<readonly WriteOutcome[]>,
): Promise<WriteOutcome[]> {
  const outcomes: WriteOutcome[] = [];
  for (let first = 0; first < inputs.length; first += batchSize) {
    const sent = await send(inputs.slice(first, first + batchSize));
    outcomes.push(...sent.map((outcome) => ({ ...outcome, position: first + outcome.position })));
  }
  return outcomes;
}

/** HSR003 where the portal refused one of them; `nameOf` says what an input is about. */
export function requireAllWritten(outcomes: readonly WriteOutcome[], nameOf: (position: number) => string): void {
  const refused = outcomes.filter((outcome) => !outcome.isWritten);
  if (refused.length > 0) {
    throw refusalOf(
      refused.map(({ problem }) => problem),
      outcomes.length,
      nameOf(refused[0]!.position),
    );
  }
}

/** What to throw where the portal refused some of so many; `first` is what the first problem is about. */
export function refusalOf(problems: readonly CrmProblem[], count: number, first: string): RuleStoreError {
  const { category, message } = problems[0]!;
  return new RuleStoreError(
    'refusedRows',
    `HubSpot refused ${problems.length} of ${count}; the first is ${first}: ${category}, ${message}.`,
    'Correct it and write again; what was written stays and is not written twice.',
  );
}

/** Whether the only trouble is that the record is gone, which nobody has to hear about. */
export function isGone(outcome: WriteOutcome): boolean {
  return !outcome.isWritten && outcome.problem.category === 'OBJECT_NOT_FOUND';
}
