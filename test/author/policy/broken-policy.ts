import { smallPolicy } from './small-policy.ts';

type Step = string | number;

/** A way to break the small policy: a whole text of its own, or values put and removed. */
export type Breaking = { text?: string; put?: { at: Step[]; value: unknown }[]; remove?: Step[] };

/** The text of the broken file, as a person would have saved it. */
export function brokenText(breaking: Breaking): string {
  if (breaking.text !== undefined) {
    return breaking.text;
  }
  const policy: unknown = smallPolicy();
  for (const change of breaking.put ?? []) {
    holderOf(policy, change.at)[change.at.at(-1)!] = change.value;
  }
  if (breaking.remove !== undefined) {
    delete holderOf(policy, breaking.remove)[breaking.remove.at(-1)!];
  }
  return JSON.stringify(policy, null, 2);
}

function holderOf(root: unknown, steps: Step[]): Record<Step, unknown> {
  let holder = root as Record<Step, unknown>;
  for (const step of steps.slice(0, -1)) {
    holder = holder[step] as Record<Step, unknown>;
  }
  return holder;
}
