import { characterBytes, headBytes, slotBytes } from './meter.ts';

/** A bigint, a Double or an instant takes a box of its own where a whole number fits its slot. */
const wideBytes = 8;

/**
 * Estimates the bytes that everything reachable from some values would take on the platform's heap, by the sizes of
 * meter.ts: each object once, whatever names it. measureHeap(['ab']) → 12 + 2 × 2 + 4.
 */
export function measureHeap(roots: Iterable<unknown>): number {
  const seen = new Set<unknown>();
  const waiting: unknown[] = [...roots];
  let bytes = 0;
  while (waiting.length > 0) {
    const value = waiting.pop();
    bytes += slotBytes;
    if (typeof value === 'bigint') bytes += wideBytes;
    if (typeof value === 'string') {
      if (seen.has(value)) continue;
      seen.add(value);
      bytes += headBytes + value.length * characterBytes;
    }
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    bytes += headBytes;
    for (const part of partsOf(value)) waiting.push(part);
  }
  return bytes;
}

function partsOf(value: object): Iterable<unknown> {
  if (value instanceof Map) return [...(value.keys() as Iterable<unknown>), ...(value.values() as Iterable<unknown>)];
  if (value instanceof Set || Array.isArray(value)) return value as Iterable<unknown>;
  if (value instanceof Uint8Array) return [];
  // A type is described once for all programs and is no part of any heap.
  return Object.entries(value)
    .filter(([name]) => name !== 'type' && name !== '$type')
    .map(([, part]) => part as unknown);
}
