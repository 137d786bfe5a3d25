const minuteMillis = 60_000;

/** How long until the first touch is due, as readers group it. */
const steps: readonly (readonly [label: string, upToMinutes: number])[] = [
  ['≤ 5 min', 5],
  ['≤ 30 min', 30],
  ['≤ 4 h', 240],
  ['≤ 1 day', 1440],
  ['≤ 4 days', 5760],
  ['longer', Infinity],
];

export const dueLabels: string[] = steps.map(([label]) => label);

/** The place of a due time among dueLabels. dueStep(0, 240000) → 0, "≤ 5 min". */
export function dueStep(decidedAt: number, dueAt: number): number {
  const minutes = (dueAt - decidedAt) / minuteMillis;
  return steps.findIndex(([, upToMinutes]) => minutes <= upToMinutes);
}
