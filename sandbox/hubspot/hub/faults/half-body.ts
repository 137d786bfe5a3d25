/** Only the first half of a batch's inputs; null where the body is no batch of two or more. */
export function halfOf(body: unknown): { inputs: unknown[] } | null {
  if (typeof body !== 'object' || body === null || !('inputs' in body) || !Array.isArray(body.inputs)) return null;
  const inputs: unknown[] = body.inputs;
  return inputs.length < 2 ? null : { ...body, inputs: inputs.slice(0, Math.floor(inputs.length / 2)) };
}
