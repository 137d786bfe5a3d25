import type { HubPortal } from '../hub/portals/hub-portal.ts';
import type { PortalUser } from '../hub/portals/portal-user.ts';
import { html, type Html } from './html.ts';

/** Who looks at a page of which portal. */
export type Visit = { readonly portal: HubPortal; readonly user: PortalUser | null; readonly path: string };

/** The links to a portal's pages, and who acts on them. */
export function navigationOf({ portal, user, path }: Visit): Html {
  const base = `/portal/${portal.portalId}`;
  const types = portal.records.schema.customTypes();
  const links: [string, string][] = [
    [`${base}/objects/0-1`, 'Contacts'],
    [`${base}/objects/0-2`, 'Companies'],
    [`${base}/objects/0-136`, 'Leads'],
    ...types.map((type): [string, string] => [`${base}/objects/${type.objectTypeId}`, type.custom!.labels.plural]),
    [`${base}/apps`, 'Connected apps'],
    [`${base}/log`, 'Log'],
  ];
  return html`<nav aria-label="Portal">
    <span class="brand">Portal ${portal.portalId} · ${portal.tier}</span>
    ${links.map(([address, name]) =>
      address === path
        ? html`<a href="${address}" aria-current="page">${name}</a>`
        : html`<a href="${address}">${name}</a>`,
    )}
    ${
      user !== null &&
      html`<label for="acting">You are</label>
        <select id="acting" data-acting>
          ${portal.users.map(
            ({ userId, firstName, lastName }) =>
              html`<option value="${userId}" ${userId === user.userId && asSelected}>${firstName} ${lastName}</option>`,
          )}
        </select>`
    }
  </nav>`;
}

const asSelected = html`selected`;
