import type { Refused } from '../backend/backend.ts';
import { isAway, isForbidden, isSignInNeeded } from '../backend/backend.ts';

/** What became of one contact. */
export type Outcome =
  { readonly state: 'decided' | 'repeated' | 'waiting' } | { readonly state: 'refused'; readonly refused: Refused };

export type Outcomes = ReadonlyMap<string, Outcome>;

/** Those that have no answer yet: nobody asked for them, or nobody answered. In the order in which they were selected. */
export function leftOf(ids: readonly string[], outcomes: Outcomes): string[] {
  return ids.filter((id) => {
    const outcome = outcomes.get(id);
    return outcome === undefined || (outcome.state === 'refused' && isPassing(outcome.refused));
  });
}

/** Whether the same may be asked again later and be done then. */
function isPassing(refused: Refused): boolean {
  return isAway(refused) || isForbidden(refused) || isSignInNeeded(refused);
}

/** Why there is no sense in asking for the others now; null where there is. */
export function reasonToStop(group: readonly Outcome[]): Refused | null {
  const refusals = group.flatMap((outcome) => (outcome.state === 'refused' ? [outcome.refused] : []));
  const forbidden = refusals.find((refused) => isForbidden(refused) || isSignInNeeded(refused));
  const isAnybodyThere = refusals.length < group.length || refusals.some((refused) => !isAway(refused));
  return forbidden ?? (isAnybodyThere ? null : (refusals[0] ?? null));
}

export type Counts = { readonly [State in Outcome['state']]: number } & { readonly left: number };

/** countsOf(["1", "2"], new Map([["1", { state: "decided" }]])) → decided 1, left 1, nothing else */
export function countsOf(ids: readonly string[], outcomes: Outcomes): Counts {
  const left = new Set(leftOf(ids, outcomes));
  const counts = { decided: 0, repeated: 0, waiting: 0, refused: 0, left: left.size };
  for (const [id, { state }] of outcomes) {
    if (!left.has(id)) counts[state] += 1;
  }
  return counts;
}

export type RefusedContacts = { readonly refused: Refused; readonly ids: readonly string[] };

/** Those that were refused for good, the same reason together, in the order in which the reasons came up. */
export function refusedByReason(ids: readonly string[], outcomes: Outcomes): RefusedContacts[] {
  const left = new Set(leftOf(ids, outcomes));
  const byReason = new Map<string, { refused: Refused; ids: string[] }>();
  for (const id of ids) {
    const outcome = outcomes.get(id);
    if (outcome?.state !== 'refused' || left.has(id)) continue;
    const { refused } = outcome;
    const known = byReason.get(`${refused.code} ${refused.message}`) ?? { refused, ids: [] };
    known.ids.push(id);
    byReason.set(`${refused.code} ${refused.message}`, known);
  }
  return [...byReason.values()];
}
