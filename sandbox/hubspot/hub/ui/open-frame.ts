import type { UiFrame } from '../../ui-host/ports/ui-frame.ts';
import type { HubSpotApp } from '../apps/hubspot-app.ts';
import type { HubPortal } from '../portals/hub-portal.ts';
import { readFrameAddress, type FrameAddress } from './frame-address.ts';
import { frameContext } from './frame-context.ts';
import { framePorts, type FramePortParts } from './frame-ports.ts';

export type OpenFrameParts = FramePortParts & {
  findPortal(portalId: number): HubPortal | null;
  appsIn(portalId: number): readonly HubSpotApp[];
};

/** What the host is to show for the query of a frame; null where the portal has no such app, user, record or component. */
export function openFrame(parts: OpenFrameParts, query: Readonly<Record<string, string>>): UiFrame | null {
  const address = readFrameAddress(query);
  return address === null ? null : open(parts, address);
}

function open(parts: OpenFrameParts, address: FrameAddress): UiFrame | null {
  const { portalId, appId, userId, objectTypeId, objectIds } = address;
  const portal = parts.findPortal(portalId);
  const user = portal?.findUser(userId) ?? null;
  const app = parts.appsIn(portalId).find((each) => each.appId === appId);
  const component = app?.components.find(({ uid }) => uid === address.component);
  if (portal === null || user === null || app === undefined || component === undefined) return null;
  const isOfRecord = component.location.startsWith('crm.record') || component.location === 'crm.preview';
  const type = objectTypeId === null ? null : portal.records.schema.findType(objectTypeId);
  const record = isOfRecord && type !== null ? portal.records.findRecord(type.objectTypeId, objectIds[0] ?? '') : null;
  if (isOfRecord && record === null) return null;
  return {
    title: component.name,
    source: { kind: 'entry', file: component.entryFile },
    location: component.location,
    context: frameContext(portal, app, component, user, type?.objectTypeId ?? null, objectIds),
    permittedUrls: app.permittedUrls,
    ports: framePorts(parts, { portal, app, user, record }),
  };
}
