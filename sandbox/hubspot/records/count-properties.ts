import type { KnownType } from './portal-schema.ts';
import type { PortalState } from './portal-state.ts';
import { RecordRefusal } from './record-refusal.ts';

/** The properties that people and apps added. */
export type PropertyCounts = {
  readonly byType: readonly { readonly type: KnownType; readonly count: number }[];
  readonly count: number;
  /** Null where nothing limits them. */
  readonly most: number | null;
};

export function countProperties({ schema, mostCustomProperties }: PortalState): PropertyCounts {
  const byType = schema.types().map((type) => ({
    type,
    count: [...type.definitions.values()].filter(({ isHubSpotDefined }) => !isHubSpotDefined).length,
  }));
  return { byType, count: byType.reduce((sum, { count }) => sum + count, 0), most: mostCustomProperties };
}

/** Refuses so many new properties where the account may not have them. */
export function refuseTooMany(state: PortalState, added: number): void {
  const { count, most } = countProperties(state);
  if (most === null || count + added <= most) return;
  throw new RecordRefusal(400, 'VALIDATION_ERROR', `The account has ${count} of its ${most} custom properties.`, {
    errors: [{ message: 'The limit of custom properties is reached.', code: 'CUSTOM_PROPERTY_LIMIT_REACHED' }],
  });
}
