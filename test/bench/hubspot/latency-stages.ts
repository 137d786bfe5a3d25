import type { HubPortal } from '../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import type { StandInHubSpot } from '../../../sandbox/hubspot/hub/stand-in-hubspot.ts';
import type { CallTimes } from './call-times.ts';

/** What happens to a lead on its way, in this order. */
export const stages = [
  'webhook sent',
  'webhook accepted',
  'reading begun',
  'decided',
  'record written',
  'lead, note and task written',
] as const;

export type Stage = (typeof stages)[number];

/** How long after the contact's creation each stage was reached, in milliseconds. */
export type StageTimes = Readonly<Record<Stage, number>>;

/** The stages of one lead, by what HubSpot saw of each. */
export function stagesOf(
  hubSpot: StandInHubSpot,
  portal: HubPortal,
  calls: CallTimes,
  contactId: string,
  createdAt: number,
): StageTimes {
  const delivery = hubSpot.deliveries.list().find(({ events }) => events.some(isCreationOf(contactId)))!;
  const acceptedAt = delivery.at + delivery.tookMillis;
  const written = ['notes', 'tasks', 'leads'].flatMap((type) =>
    portal.records
      .associationsOf('0-1', contactId, type)
      .map(({ toId }) => portal.records.findRecord(type, toId)!.createdAt),
  );
  const at: Record<Stage, number> = {
    'webhook sent': delivery.at,
    'webhook accepted': acceptedAt,
    'reading begun': calls.firstAfter(delivery.at, /batch\/read$/) ?? Number.NaN,
    decided: calls.firstAfter(delivery.at, /batch\/update$/) ?? Number.NaN,
    'record written': portal.records.findRecord('0-1', contactId)!.latest('sbx_decision_id')!.at,
    'lead, note and task written': Math.max(...written),
  };
  return Object.fromEntries(stages.map((stage) => [stage, at[stage] - createdAt])) as StageTimes;
}

function isCreationOf(contactId: string): (event: { subscriptionType: string; objectId: number }) => boolean {
  return ({ subscriptionType, objectId }) => subscriptionType === 'object.creation' && String(objectId) === contactId;
}
