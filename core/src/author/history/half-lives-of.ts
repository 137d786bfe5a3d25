import type { Policy } from '../../decide/model/policy.ts';
import { halfLives } from '../learn/engagement/choose-signal-form.ts';

/** Every half-life that a training asks for: those it may choose, and those of the present card. */
export function halfLivesOf(policy: Policy): number[] {
  return [...new Set([...halfLives, ...policy.signals.map(({ halfLifeDays }) => halfLifeDays)])].sort(
    (one, other) => one - other,
  );
}
