import { html, type Html } from '../../pages/html.ts';
import { writePage } from '../../pages/write-page.ts';
import type { HubPortal } from '../portals/hub-portal.ts';
import type { ConsentRequest } from './consent-request.ts';

/** The page on which a user says in which account the app is installed. */
export function accountPage(request: ConsentRequest, portals: readonly HubPortal[], address: string): string {
  const links = portals.map(({ portalId, tier }) => {
    const url = new URL(address);
    url.searchParams.set('portalId', String(portalId));
    return html`<li><a href="${url.pathname}${url.search}">Portal ${portalId} (${tier})</a></li>`;
  });
  return page(
    `Install ${request.app.name}`,
    html`<p>Choose an account for <b>${request.app.name}</b>.</p>
      <ul class="plain">
        ${links}
      </ul>`,
  );
}

/** The page on which a user consents. Optional scopes that the account has may be left out. */
export function consentPage(
  request: ConsentRequest,
  portal: HubPortal,
  scopes: { readonly required: readonly string[]; readonly optional: readonly string[] },
): string {
  const { app } = request;
  return page(
    `Install ${app.name}`,
    html`<form method="post" action="/oauth/authorize">
      ${hidden('client_id', app.clientId)} ${hidden('redirect_uri', request.redirectUri)}
      ${hidden('scope', request.scope.join(' '))} ${hidden('optional_scope', request.optionalScope.join(' '))}
      ${request.state !== null && hidden('state', request.state)} ${hidden('portalId', String(portal.portalId))}
      <p><b>${app.name}</b> asks for access to portal ${portal.portalId} (${portal.tier}).</p>
      <p>
        <label for="user">You are</label>
        <select id="user" name="userId">
          ${portal.users.map((user) => html`<option value="${user.userId}">${user.firstName} ${user.lastName}</option>`)}
        </select>
      </p>
      <h2>It needs</h2>
      <ul>
        ${scopes.required.map((scope) => html`<li><code>${scope}</code></li>`)}
      </ul>
      ${
        scopes.optional.length > 0 &&
        html`<fieldset>
          <legend>It can do more with</legend>
          ${scopes.optional.map(
            (scope) =>
              html`<label class="choice"
                ><input type="checkbox" name="granted" value="${scope}" checked /> <code>${scope}</code></label
              >`,
          )}
        </fieldset>`
      }
      <p class="actions">
        <button name="decision" value="grant">Connect app</button>
        <button name="decision" value="deny" class="quiet">Cancel</button>
      </p>
    </form>`,
  );
}

/** The page that a user sees instead of a consent. */
export function problemPage(problem: string): string {
  return page('The app cannot be installed', html`<p role="alert">${problem}</p>`);
}

function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

function page(title: string, content: Html): string {
  return writePage({ title, navigation: null, content });
}
