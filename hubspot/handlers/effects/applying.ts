import { isPassing } from '../crm/batch-errors.ts';
import { CrmError } from '../crm/crm-error.ts';
import type { Crm, ObjectType, PropertyValues, WriteOutcome } from '../crm/crm.ts';
import type { Effect, EffectOutcome } from './effect.ts';

/** HubSpot takes so many in one call. */
export const mostInBatch = 100;

export type EffectToApply = {
  readonly effect: Effect;
  /** It may have been done before: it is looked for before it is done again. */
  readonly isRetry: boolean;
};

export type ApplyOptions = {
  /** The app as which we write. */
  readonly appId: number;
  readonly now: number;
  /** An owner that was read so lately is not read again before another is written. */
  readonly freshMillis: number;
  /** Properties that this portal does not have, as `contacts.sbx_fit_score`: the plan allowed no more. They are left out. */
  readonly missingProperties?: ReadonlySet<string>;
};

/** An application of effects on its way. */
export type Applying = {
  readonly crm: Crm;
  readonly options: ApplyOptions;
  readonly effects: readonly EffectToApply[];
  /** By place; null until it is known. */
  readonly outcomes: (EffectOutcome | null)[];
  /** By contact: an owner whom a person chose in the meantime, and whom that was not to be. */
  readonly keptOwners: Map<string, { readonly insteadOf: string; readonly ownerId: string }>;
};

/** An effect of one kind with its place among all. */
export type Placed<Kind extends Effect['kind']> = {
  readonly place: number;
  readonly effect: Extract<Effect, { kind: Kind }>;
  readonly isRetry: boolean;
};

export function effectsOf<Kind extends Effect['kind']>(applying: Applying, kind: Kind): Placed<Kind>[] {
  const isOfKind = (effect: Effect): effect is Extract<Effect, { kind: Kind }> => effect.kind === kind;
  return applying.effects.flatMap(({ effect, isRetry }, place) =>
    isOfKind(effect) ? [{ place, effect, isRetry }] : [],
  );
}

/** What of some properties this portal has. */
export function presentProperties(
  { options }: Applying,
  objectType: ObjectType,
  properties: PropertyValues,
): PropertyValues {
  const missing = options.missingProperties;
  return missing === undefined
    ? properties
    : Object.fromEntries(Object.entries(properties).filter(([name]) => !missing.has(`${objectType}.${name}`)));
}

/** Whose it is now, where a person chose somebody else than was decided. */
export function ownerNow(applying: Applying, contactId: string, ownerId: string | null): string | null {
  const kept = applying.keptOwners.get(contactId);
  return kept !== undefined && kept.insteadOf === ownerId ? kept.ownerId : ownerId;
}

/**
 * What became of each item of one call. A call that is refused as a whole is refused for each. An item that HubSpot could not
 * write just now is open: null.
 *
 * @throws CrmError where the portal does not answer, or will not until somebody does something: then nothing is known
 */
export async function outcomesOfCall(
  size: number,
  write: () => Promise<readonly WriteOutcome[]>,
): Promise<(EffectOutcome | null)[]> {
  const written = await orRefusal(write);
  if (!Array.isArray(written)) {
    return Array.from({ length: size }, () => written as EffectOutcome);
  }
  return (written as readonly WriteOutcome[]).map((one) => {
    if (one.isWritten) {
      return { state: 'done', ids: [one.id] };
    }
    return isPassing(one.problem.category) ? null : refusalOf(one.problem.category, one.problem.message);
  });
}

/** What a call answers, or that it will never be answered. */
export async function orRefusal<Answer>(call: () => Promise<Answer>): Promise<Answer | EffectOutcome> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof CrmError) || isInterruption(error)) {
      throw error;
    }
    return error.failure === 'forbidden'
      ? { state: 'notAllowed', category: error.category, message: error.message }
      : { state: 'refused', category: error.category === '' ? error.code : error.category, message: error.message };
  }
}

function isInterruption(error: CrmError): boolean {
  return (
    error.isTransient || error.isOutcomeUnknown || error.failure === 'unauthorized' || error.failure === 'unreadable'
  );
}

const categoriesOfPermission: ReadonlySet<string> = new Set(['MISSING_SCOPES', 'MISSING_PERMISSIONS', 'FORBIDDEN']);

function refusalOf(category: string, message: string): EffectOutcome {
  return { state: categoriesOfPermission.has(category) ? 'notAllowed' : 'refused', category, message };
}

/** inBatches([1, 2, 3], 2) → [[1, 2], [3]] */
export function inBatches<Item>(items: readonly Item[], most: number): Item[][] {
  const batches: Item[][] = [];
  for (let start = 0; start < items.length; start += most) {
    batches.push(items.slice(start, start + most));
  }
  return batches;
}
