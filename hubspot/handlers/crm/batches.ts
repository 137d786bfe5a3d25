/**
 * Cuts a list into pieces of at most `size`, in order.
 *
 * cutIntoBatches([1, 2, 3], 2) is [[1, 2], [3]].
 */
export function cutIntoBatches<Item>(items: readonly Item[], size: number): Item[][] {
  const batches: Item[][] = [];
  for (let at = 0; at < items.length; at += size) {
    batches.push(items.slice(at, at + size));
  }
  return batches;
}

/**
 * Does a piece of work for each input, `most` at a time, and gives the results in the order of the inputs. The first failure
 * is thrown; nothing is begun after it.
 */
export async function doFewAtOnce<Input, Output>(
  inputs: readonly Input[],
  most: number,
  work: (input: Input) => Promise<Output>,
): Promise<Output[]> {
  const outputs: Output[] = [];
  const waiting = inputs.entries();
  let isFailed = false;
  const workThrough = async (): Promise<void> => {
    for (const [at, input] of waiting) {
      if (isFailed) {
        return;
      }
      try {
        outputs[at] = await work(input);
      } catch (error) {
        isFailed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, inputs.length) }, workThrough));
  return outputs;
}
