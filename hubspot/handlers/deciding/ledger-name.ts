import type { Mode } from '../../../core/src/decide/model/policy.ts';

/** Turns of observe and suggest were never given out, so they stand in ledgers of their own. */
export function ledgerNameOf(mode: Mode, poolKey: string): string {
  return `${mode === 'live' ? 'live' : 'trial'}/${poolKey}`;
}
