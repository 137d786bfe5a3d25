import type { EffectToApply } from '../../../hubspot/handlers/effects/apply-effects.ts';
import type { Effect, OwnerChange } from '../../../hubspot/handlers/effects/effect.ts';
import { planEffects } from '../../../hubspot/handlers/effects/plan-effects.ts';
import { decided } from '../../../hubspot/handlers/portal/property-names.ts';
import type { MemoryCrm } from '../memory-crm.ts';
import { appId, preparedCrm } from './prepared-crm.ts';
import { now, sceneOf } from './scene.ts';

/** A portal with Lena in it. */
export async function crmWithLena(): Promise<MemoryCrm> {
  const crm = await preparedCrm();
  crm.seed('contacts', { email: 'lena.vogt@speditor.example' }, { id: '501' });
  return crm;
}

export const options = { appId, now: now + 500, freshMillis: 2_000 };
export const later = { ...options, now: now + 60_000 };
export const fresh = (effects: readonly Effect[]): EffectToApply[] =>
  effects.map((effect) => ({ effect, isRetry: false }));
export const again = (effects: readonly Effect[]): EffectToApply[] =>
  effects.map((effect) => ({ effect, isRetry: true }));
export const plannedFor = (contactId: string): Effect[] =>
  planEffects(sceneOf()).effects.map((effect) => ({ ...effect, contactId }));

export function recordOf(given: {
  owner?: Partial<OwnerChange>;
  leadIds?: readonly string[];
  contactId?: string;
}): Effect {
  return {
    kind: 'record',
    contactId: given.contactId ?? '501',
    properties: { [decided.givenTo]: 'ana' },
    owner: { ownerId: '1001', on: 'contact', decidedAt: now, isOverPerson: false, ...given.owner },
    leadIds: given.leadIds ?? [],
  };
}
