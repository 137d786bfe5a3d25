/** Why a step was not taken: nothing was changed by it. */
export type Refusal = {
  kind: 'refused';
  /** LRLnnn, listed in docs/codes.md. */
  code: string;
  reason: string;
  next: string;
};

/** Whether a text names somebody: it has a letter or a digit. isNamed(" ") → false. */
export function isNamed(name: string): boolean {
  return /[\p{L}\p{N}]/u.test(name);
}
