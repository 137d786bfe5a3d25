/** A score as it stands in a property; null where there is none. readScore("82") → 82; readScore("820") → null */
export function readScore(value: string | null | undefined): number | null {
  if (value === null || value === undefined || !/^\d{1,3}$/.test(value)) {
    return null;
  }
  const score = Number(value);
  return score <= 100 ? score : null;
}
