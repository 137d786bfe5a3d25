export function checkInt(value: number, place: string): number {
  if (!Number.isInteger(value) || value > 2147483647 || value < -2147483648) fail('Int', value, place);
  return value;
}

export function checkLong(value: number, place: string): number {
  if (!Number.isSafeInteger(value)) fail('Long', value, place);
  return value;
}

function fail(width: string, value: number, place: string): never {
  throw new Error(
    `ARI001: ${place} computes ${value}, which is not a whole number that fits ${width}. ` +
      'Next: make the operands Long with a type annotation, or bound them before this line.',
  );
}
