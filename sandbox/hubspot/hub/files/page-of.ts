import { invalid } from '../http/refusal.ts';

/** A page of a list as HubSpot gives it; `after` is the place at which the next one begins. */
export function pageOf<T>(
  all: readonly T[],
  limitText: string | null,
  afterText: string | null,
): { results: T[]; paging?: { next: { after: string } } } {
  const limit = Number(limitText ?? 20);
  const after = Number(afterText ?? 0);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw invalid('"limit" must be between 1 and 100.');
  if (!Number.isInteger(after) || after < 0) throw invalid('"after" is no cursor of an earlier page.');
  const results = all.slice(after, after + limit);
  const next = after + results.length;
  return next < all.length ? { results, paging: { next: { after: String(next) } } } : { results };
}
