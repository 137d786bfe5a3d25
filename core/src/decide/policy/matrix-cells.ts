/** The eight cells of the matrix in the order in which a policy holds them: fit, engagement, confidence, high first. */
export function cellKeys(): string[] {
  const keys: string[] = [];
  for (const fit of ['high', 'low']) {
    for (const engagement of ['high', 'low']) {
      for (const confidence of ['high', 'low']) {
        keys.push(`${fit} ${engagement} ${confidence}`);
      }
    }
  }
  return keys;
}
