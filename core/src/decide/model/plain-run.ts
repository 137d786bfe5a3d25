import type { Int } from './number.ts';

/** Whether a run of cutAtPlain is plain: what its first unit is, all of it is. isPlainRun("ab") → true; isPlainRun("é") → false. */
export function isPlainRun(run: string): boolean {
  const unit: Int = run.charCodeAt(0);
  return (unit >= 32 && unit <= 126) || unit === 9 || unit === 10 || unit === 13;
}
