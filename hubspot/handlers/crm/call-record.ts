import type { CallKind } from './call-budget.ts';

/** One try of a call, for metrics. It carries no id, no address and no value. */
export type CallRecord = {
  readonly kind: CallKind;
  readonly method: string;
  /** Such as `/crm/objects/2026-09/{objectType}/search`. */
  readonly template: string;
  /** Null when no answer came. */
  readonly status: number | null;
  readonly millis: number;
  /** 1 for the first try. */
  readonly attempt: number;
};
