import type { UiPortal } from '../../handlers/ui/answers/ui-portal.ts';
import { readPeople, type PortalPeople } from '../portal/deciding-view.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';

/**
 * The portal as the answers see it that both editions share. People are read once for an invocation.
 *
 * @param known people that were read already
 */
export function sharedPortal(portal: PrivatePortal, known: PortalPeople | null = null): UiPortal {
  let people: Promise<PortalPeople> | null = known === null ? null : Promise.resolve(known);
  return {
    portalId: portal.portalId,
    appId: portal.appId,
    crm: portal.crm,
    store: portal.store,
    lists: portal.lists,
    hasLeads: portal.self.hasLeads,
    people: () => (people ??= readPeople(portal)),
    now: portal.now,
    rulesChanged: () => {
      people = null;
      return Promise.resolve();
    },
  };
}
