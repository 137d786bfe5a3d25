import type { RecordChange } from '../../records/record-change.ts';
import type { HubSpotApp } from '../apps/hubspot-app.ts';
import type { Installation } from '../oauth/grants.ts';
import type { HubPortal } from '../portals/hub-portal.ts';
import { buildEvents } from './build-events.ts';
import type { WebhookEvent } from './webhook-event.ts';

export type TellerParts = {
  installationsIn(portalId: number): readonly Installation[];
  findApp(appId: number): HubSpotApp | null;
  offer(event: WebhookEvent): void;
};

/** Tells every app of a portal what it asked to be told of. */
export class ChangeTeller {
  private readonly random: () => number;
  private readonly parts: TellerParts;
  private lastEventId = 0;

  constructor(random: () => number, parts: TellerParts) {
    this.random = random;
    this.parts = parts;
  }

  tell(portal: HubPortal, change: RecordChange): void {
    let eventId: number | null = null;
    const { schema } = portal.records;
    for (const { appId, portalId, scopes } of this.parts.installationsIn(portal.portalId)) {
      const app = this.parts.findApp(appId);
      if (app === null) continue;
      const audience = {
        app,
        portalId,
        scopes,
        customTypeId: (name: string) => customTypeId(portal, name),
        associationTypeId: (from: string, to: string) => schema.associationTypes.between(from, to)[0]?.typeId ?? null,
      };
      for (const event of buildEvents(change, audience)) {
        // Whoever is told of a change is told the same id of it.
        eventId ??= this.nextEventId();
        this.parts.offer({ ...event, eventId });
      }
    }
  }

  // Now and then two events have the same id, as HubSpot says that they may.
  private nextEventId(): number {
    if (this.lastEventId === 0 || this.random() >= 0.02)
      this.lastEventId = 1 + Math.floor(this.random() * 4_000_000_000);
    return this.lastEventId;
  }
}

/** A custom object may be named by its own name or by the one with the portal's number in front. */
function customTypeId({ records }: HubPortal, name: string): string | null {
  const isMeant = (shortName: string): boolean => shortName.toLowerCase() === name.toLowerCase();
  const found = records.schema.customTypes().find(({ custom }) => isMeant(custom!.shortName));
  return (found ?? records.schema.findType(name))?.objectTypeId ?? null;
}
