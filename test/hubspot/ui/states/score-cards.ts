import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import type { CardData } from '../../../../hubspot/handlers/card/card-data.ts';
import { cardOf, type CardGiven } from '../../../../hubspot/handlers/card/card-of.ts';
import { clockOf } from '../../../../hubspot/handlers/clock/running-clock.ts';
import type { PropertyValues } from '../../../../hubspot/handlers/crm/crm.ts';
import { planEffects } from '../../../../hubspot/handlers/effects/plan-effects.ts';
import { readInstant } from '../../../../hubspot/handlers/effects/read-instant.ts';
import { writeInstant } from '../../../../hubspot/handlers/effects/write-instant.ts';
import { decided, type SlaState } from '../../../../hubspot/handlers/portal/property-names.ts';
import { effectOf, now as sceneNow, policyTo, sceneOf, type SceneChanges } from '../../effects/scene.ts';

/** A decision as a portal and a backend have it. */
export type DecidedScene = { readonly card: CardData; readonly properties: PropertyValues };

export type SceneGiven = {
  readonly scene?: SceneChanges;
  readonly clock?: SlaState;
  /** How long before the present it was decided. */
  readonly ago?: number;
  readonly given?: Partial<CardGiven>;
};

/**
 * Lena's demo request, really decided, written on the contact and told by the backend, as if it had been so long before `now`.
 */
export function decidedScene(
  now: number,
  { scene: changes = {}, clock: state, ago = 48_000, given = {} }: SceneGiven = {},
): DecidedScene {
  const scene = sceneOf(changes);
  const record = effectOf(planEffects(scene).effects, 'record');
  const started = clockOf(scene.decision, '501', scene.policy);
  const card = cardOf({
    recordText: scene.decision.decisionText,
    policy: scene.policy,
    roster: scene.team.roster,
    properties: { ...record.properties, hubspot_owner_id: record.owner?.ownerId ?? null },
    keyOfOwner: scene.team.keyOfOwner,
    clock: started === null || state === undefined ? started : { ...started, state },
    liveHash: scene.revision.hash,
    now: sceneNow,
    ...given,
  });
  const later = now - ago - sceneNow;
  const properties = state === undefined ? record.properties : { ...record.properties, [decided.slaState]: state };
  return { card: movedCard(card, later), properties: movedProperties(properties, later) };
}

/** A policy that gives Lena to somebody whose turn it is, and lets others pass. */
export function inTurn(mode: Policy['mode'] = 'live'): SceneChanges {
  return { policy: { ...policyTo('sales', mode) } };
}

const instantKeys: ReadonlySet<string> = new Set(['at', 'dueAt', 'startedAt', 'decidedAt']);

function movedCard(card: CardData, millis: number): CardData {
  const text = JSON.stringify(card, (key, value: unknown): unknown =>
    instantKeys.has(key) && typeof value === 'number' ? value + millis : value,
  );
  return JSON.parse(text) as CardData;
}

function movedProperties(properties: PropertyValues, millis: number): PropertyValues {
  const moved = [decided.decidedAt, decided.slaDueAt].flatMap((name): [string, string][] => {
    const at = properties[name];
    return at === undefined || at === null ? [] : [[name, new Date(Date.parse(at) + millis).toISOString()]];
  });
  const reasons = (properties[decided.reasons] ?? '').replace(/first touch due .*/, (words) => {
    const dueAt = readInstant(properties[decided.slaDueAt]);
    return dueAt === null ? words : `first touch due ${writeInstant(dueAt + millis, 'Europe/Berlin')}`;
  });
  return { ...properties, ...Object.fromEntries(moved), ...(reasons === '' ? {} : { [decided.reasons]: reasons }) };
}
