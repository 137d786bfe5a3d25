import type { FastifyInstance, FastifyReply } from 'fastify';
import type { HubSpotApp } from '../apps/hubspot-app.ts';
import { formOf, readFormBodies } from '../http/form-body.ts';
import type { HubPortal } from '../portals/hub-portal.ts';
import { chooseScopes } from './choose-scopes.ts';
import { accountPage, consentPage, problemPage } from './consent-page.ts';
import { readConsentRequest, redirectTo } from './consent-request.ts';
import type { Grants } from './grants.ts';

export type ConsentParts = {
  readonly grants: Grants;
  findApp(clientId: string): HubSpotApp | null;
  findPortal(portalId: number): HubPortal | null;
  listPortals(): readonly HubPortal[];
};

/** The pages of an installation: which account, what it may, and back to the app with a code. */
export function consentRoutes(app: FastifyInstance, parts: ConsentParts): void {
  readFormBodies(app);

  app.get('/oauth/authorize', (request, reply) => {
    const address = new URL(request.url, 'http://hub');
    return ask(parts, address, reply);
  });

  // The same page for an account that the address names.
  app.get<{ Params: { portalId: string } }>('/oauth/:portalId/authorize', (request, reply) => {
    const address = new URL(request.url, 'http://hub');
    address.searchParams.set('portalId', request.params.portalId);
    return ask(parts, address, reply);
  });

  app.post('/oauth/authorize', (request, reply) => {
    const form = formOf(request.body);
    const asked = readConsentRequest(form, (clientId) => parts.findApp(clientId));
    if ('problem' in asked) return show(reply, 400, problemPage(asked.problem));
    const portal = asked.portalId === null ? null : parts.findPortal(asked.portalId);
    if (portal === null) return show(reply, 404, problemPage('There is no such account.'));
    if (form.get('decision') === 'deny') {
      const answer = { error: 'access_denied', error_description: 'The user did not consent.' };
      return reply.redirect(redirectTo(asked, answer), 302);
    }
    const scopes = chooseScopes(asked, portal.tier);
    if (!scopes.isPossible) return show(reply, 403, problemPage(lacking(scopes.missing)));
    const granted = form.getAll('granted');
    const userId = Number(form.get('userId'));
    const user = portal.users.find((each) => each.userId === userId);
    if (user === undefined) return show(reply, 403, problemPage('You are no user of this account.'));
    const code = parts.grants.consent(
      {
        portalId: portal.portalId,
        appId: asked.app.appId,
        userId: user.userId,
        scopes: new Set([...scopes.required, ...scopes.optional.filter((each) => granted.includes(each))]),
      },
      asked.redirectUri,
    );
    return reply.redirect(redirectTo(asked, { code }), 302);
  });
}

function ask(parts: ConsentParts, address: URL, reply: FastifyReply): FastifyReply {
  const asked = readConsentRequest(address.searchParams, (clientId) => parts.findApp(clientId));
  if ('problem' in asked) return show(reply, 400, problemPage(asked.problem));
  const portals = parts.listPortals();
  const portal =
    asked.portalId === null ? (portals.length === 1 ? portals[0]! : null) : parts.findPortal(asked.portalId);
  if (portal === null && asked.portalId !== null) return show(reply, 404, problemPage('There is no such account.'));
  if (portal === null) return show(reply, 200, accountPage(asked, portals, address.href));
  const scopes = chooseScopes(asked, portal.tier);
  return scopes.isPossible
    ? show(reply, 200, consentPage(asked, portal, scopes))
    : show(reply, 403, problemPage(lacking(scopes.missing)));
}

function lacking(missing: readonly string[]): string {
  return `This account’s plan does not have what the app needs: ${missing.join(', ')}.`;
}

function show(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(page);
}
