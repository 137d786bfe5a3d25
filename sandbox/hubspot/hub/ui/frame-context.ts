import type { FrameContext } from '../../ui-host/ports/ui-frame.ts';
import type { HubSpotApp, UiComponent } from '../apps/hubspot-app.ts';
import type { HubPortal } from '../portals/hub-portal.ts';
import type { PortalUser } from '../portals/portal-user.ts';

/** What an extension is told of where it is, as HubSpot's package has it for each location. */
export function frameContext(
  portal: HubPortal,
  app: HubSpotApp,
  component: UiComponent,
  user: PortalUser,
  objectTypeId: string | null,
  objectIds: readonly string[],
): FrameContext {
  const isBulk = component.type === 'crm-bulk-action';
  const [first] = objectIds;
  return {
    user: {
      id: user.userId,
      email: user.email,
      emails: [user.email],
      firstName: user.firstName,
      lastName: user.lastName,
      roles: [],
      teams: teamsOf(portal, user),
      locale: 'en-us',
      language: 'en',
      permissions: user.isSuperAdmin ? ['integrations-management-write'] : [],
    },
    portal: { id: portal.portalId, timezone: portal.timeZone },
    variables: { ...app.variables },
    extension: { appId: app.appId, appName: app.name, cardTitle: component.name },
    ...(objectTypeId !== null && isBulk && { crm: { objectTypeId, objectIds: objectIds.map(Number) } }),
    ...(objectTypeId !== null && !isBulk && { crm: { objectTypeId, objectId: Number(first) } }),
  };
}

function teamsOf({ records, users }: HubPortal, { ownerId }: PortalUser) {
  const teamsOfOwner = (id: string) => records.people.find(id)?.teams ?? [];
  return teamsOfOwner(ownerId).map(({ id, name }) => ({
    id: Number(id),
    name,
    teammates: users
      .filter((each) => each.ownerId !== ownerId && teamsOfOwner(each.ownerId).some((team) => team.id === id))
      .map(({ userId }) => userId),
  }));
}
