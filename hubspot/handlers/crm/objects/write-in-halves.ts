import type { WriteOutcome } from '../crm.ts';
import { CrmError } from '../crm-error.ts';
import { refused } from './batch-answer.ts';

/** An input and its place among all inputs. */
export type Placed<Input> = { readonly position: number; readonly input: Input };

export function placed<Input>(inputs: readonly Input[]): Placed<Input>[] {
  return inputs.map((input, position) => ({ position, input }));
}

/**
 * Writes a batch. HubSpot refuses a whole batch for one value that is not valid and does not always say whose it is: then the
 * halves are written, and their halves, until those to blame stand alone.
 *
 * @throws CrmError what has nothing to do with a single item: a limit, a missing scope, no answer
 */
export async function writeInHalves<Input>(
  batch: readonly Placed<Input>[],
  write: (batch: readonly Placed<Input>[]) => Promise<WriteOutcome[]>,
): Promise<WriteOutcome[]> {
  try {
    return await write(batch);
  } catch (error) {
    const [first] = batch;
    if (!(error instanceof CrmError) || !mayBeOneItems(error) || first === undefined) {
      throw error;
    }
    if (batch.length === 1) {
      return [refused(first.position, { category: error.category, message: error.message })];
    }
  }
  const half = Math.ceil(batch.length / 2);
  const before = await writeInHalves(batch.slice(0, half), write);
  return [...before, ...(await writeInHalves(batch.slice(half), write))];
}

function mayBeOneItems({ failure }: CrmError): boolean {
  return failure === 'refused' || failure === 'notFound' || failure === 'conflict';
}
