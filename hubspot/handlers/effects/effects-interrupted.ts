import type { CrmError } from '../crm/crm-error.ts';
import type { EffectOutcome } from './effect.ts';

/** The portal stopped answering while effects were applied. The rest is to be applied again, as a retry. */
export class EffectsInterrupted extends Error {
  readonly code = 'HSE002';
  /** In the order of the effects. Null is open: it was not done yet, or nobody knows. */
  readonly outcomes: readonly (EffectOutcome | null)[];
  override readonly cause: CrmError;

  constructor(outcomes: readonly (EffectOutcome | null)[], cause: CrmError) {
    const open = outcomes.filter((outcome) => outcome === null).length;
    super(
      `HSE002 ${open} of ${outcomes.length} effects are open: ${cause.message} What was done is in \`outcomes\`; apply the rest again as a retry.`,
    );
    this.name = 'EffectsInterrupted';
    this.outcomes = outcomes;
    this.cause = cause;
  }
}
