import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { RecordRefusal } from '../records/record-refusal.ts';
import type { KnownType } from '../records/portal-schema.ts';
import { formOf, readFormBodies } from '../hub/http/form-body.ts';
import type { HubSpotApp } from '../hub/apps/hubspot-app.ts';
import type { HubPortal } from '../hub/portals/hub-portal.ts';
import type { PortalUser } from '../hub/portals/portal-user.ts';
import type { UiFrameOf } from './app-frame.ts';
import { appPage, connectedAppsPage } from './app-pages.ts';
import { bulkActions } from './bulk-actions.ts';
import { html } from './html.ts';
import { logPage, type Traffic } from './log-page.ts';
import type { Visit } from './navigation.ts';
import { objectListPage } from './object-list-page.ts';
import { pageScript } from './page-script.ts';
import { pageStyle } from './page-style.ts';
import { recordPage } from './record-page.ts';
import { writePage } from './write-page.ts';

export type PageParts = {
  findPortal(portalId: number): HubPortal | null;
  listPortals(): readonly HubPortal[];
  appsIn(portalId: number): readonly HubSpotApp[];
  readonly hasCard: boolean;
  /** Where an app's user interface is shown; null where nothing here runs it. */
  readonly uiFrame: UiFrameOf | null;
  traffic(): Traffic;
};

type ObjectPath = {
  Params: { portalId: string; type: string; id: string; appId: string };
  Querystring: { page?: string; user?: string; ids?: string | string[]; action?: string };
};

/** The pages of the portals, for people. What somebody changes on them counts as their own doing. */
export function pageRoutes(app: FastifyInstance, parts: PageParts): void {
  readFormBodies(app);
  app.get('/portal/page.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(pageStyle));
  app.get('/portal/page.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(pageScript));

  app.addHook<ObjectPath>('onRequest', (request, reply, done) => {
    const changed = signInOf(parts, request);
    if (changed === null) done();
    else void reply.header('set-cookie', changed.cookie).redirect(changed.address, 302);
  });

  for (const path of ['/', '/portal']) {
    app.get(path, (_request, reply) => {
      const links = parts
        .listPortals()
        .map(
          ({ portalId, tier }) =>
            html`<li><a href="/portal/${portalId}/objects/0-1">Portal ${portalId} (${tier})</a></li>`,
        );
      const content = html`<section>
        <ul class="plain">
          ${links}
        </ul>
      </section>`;
      return show(reply, 200, writePage({ title: 'Portals', navigation: null, content }));
    });
  }

  app.get<ObjectPath>('/portal/:portalId', ({ params }, reply) =>
    reply.redirect(`/portal/${encodeURIComponent(params.portalId)}/objects/0-1`, 302),
  );

  // HubSpot's own address of the connected apps, to which apps lead after an installation.
  app.get<ObjectPath>('/integrations-settings/:portalId/installed', ({ params }, reply) =>
    reply.redirect(`/portal/${encodeURIComponent(params.portalId)}/apps`, 302),
  );

  app.get<ObjectPath>('/portal/:portalId/log', (request, reply) => {
    const visit = visitOf(parts, request);
    return visit === null ? missing(reply) : show(reply, 200, logPage(visit, parts.traffic()));
  });

  app.get<ObjectPath>('/portal/:portalId/apps', (request, reply) => {
    const visit = visitOf(parts, request);
    if (visit === null) return missing(reply);
    return show(reply, 200, connectedAppsPage(visit, parts.appsIn(visit.portal.portalId)));
  });

  for (const [path, type] of [
    ['', 'page'],
    ['/settings', 'settings'],
  ] as const) {
    app.get<ObjectPath>(`/portal/:portalId/apps/:appId${path}`, (request, reply) => {
      const visit = visitOf(parts, request);
      const appId = Number(request.params.appId);
      const found = visit && parts.appsIn(visit.portal.portalId).find((each) => each.appId === appId);
      const page = visit && found ? appPage(visit, found, type, parts.uiFrame) : null;
      return page === null ? missing(reply) : show(reply, 200, page);
    });
  }

  app.get<ObjectPath>('/portal/:portalId/objects/:type', (request, reply) => {
    const visit = visitOf(parts, request);
    const type = visit?.portal.records.schema.findType(request.params.type) ?? null;
    if (visit === null || type === null) return missing(reply);
    return show(reply, 200, listPage(parts, visit, type, request.query, null));
  });

  app.get<ObjectPath>('/portal/:portalId/objects/:type/:id', (request, reply) => {
    const found = recordOf(parts, request);
    return found === null ? missing(reply) : showRecord(reply, parts, found, null);
  });

  app.post<ObjectPath>('/portal/:portalId/objects/:type/:id', (request, reply) => {
    const found = recordOf(parts, request);
    if (found === null || found.visit.user === null) return missing(reply);
    const { visit, type, record } = found;
    const properties = Object.fromEntries(formOf(request.body));
    try {
      visit.portal.records.updateRecord(type.objectTypeId, record.id, properties, handOf(visit.user!));
    } catch (error) {
      if (!(error instanceof RecordRefusal)) throw error;
      return showRecord(reply.code(error.status), parts, found, error.message);
    }
    return reply.redirect(visit.path, 303);
  });

  app.post<ObjectPath>('/portal/:portalId/objects/:type', (request, reply) => {
    const visit = visitOf(parts, request);
    const type = visit?.portal.records.schema.findType(request.params.type) ?? null;
    if (visit === null || type === null || visit.user === null) return missing(reply);
    const properties = Object.fromEntries([...formOf(request.body)].filter(([, value]) => value !== ''));
    try {
      const { id } = visit.portal.records.createRecord(type.objectTypeId, properties, handOf(visit.user));
      return reply.redirect(`/portal/${visit.portal.portalId}/objects/${type.objectTypeId}/${id}`, 303);
    } catch (error) {
      if (!(error instanceof RecordRefusal)) throw error;
      return show(reply, error.status, listPage(parts, visit, type, {}, error.message));
    }
  });
}

function listPage(
  parts: PageParts,
  visit: Visit,
  type: KnownType,
  query: ObjectPath['Querystring'],
  problem: string | null,
): string {
  const page = Math.max(1, Math.trunc(Number(query.page ?? 1)) || 1);
  const ids = [query.ids ?? []].flat().filter((id) => /^\d+$/.test(id));
  const choice = { ids, action: query.action ?? null };
  const apps = parts.appsIn(visit.portal.portalId);
  const bulk = bulkActions(visit, type.objectTypeId, apps, choice, parts.uiFrame);
  return objectListPage(visit, type, { page, problem, bulk, selected: ids });
}

/** Who an address with `user` in its query signs in as, by a cookie, and where it goes on; null for none. */
function signInOf(
  parts: PageParts,
  { params, query, url }: FastifyRequest<ObjectPath>,
): { readonly cookie: string; readonly address: string } | null {
  const userId = Number(query.user ?? '');
  const portal = parts.findPortal(Number(params.portalId));
  if (portal === null || portal.findUser(userId) === null) return null;
  const address = new URL(url, 'http://hub');
  address.searchParams.delete('user');
  return {
    cookie: `actingUser=${userId}; Path=/portal; SameSite=Lax`,
    address: `${address.pathname}${address.search}`,
  };
}

type FoundRecord = { visit: Visit; type: KnownType; record: Parameters<typeof recordPage>[2] };

function recordOf(parts: PageParts, request: FastifyRequest<ObjectPath>): FoundRecord | null {
  const visit = visitOf(parts, request);
  const type = visit?.portal.records.schema.findType(request.params.type) ?? null;
  if (visit === null || type === null) return null;
  const record = visit.portal.records.findRecord(type.objectTypeId, request.params.id);
  return record === null ? null : { visit, type, record };
}

function visitOf(parts: PageParts, request: FastifyRequest<ObjectPath>): Visit | null {
  const portal = parts.findPortal(Number(request.params.portalId));
  if (portal === null) return null;
  const chosen = /(?:^|;\s*)actingUser=(\d+)/.exec(request.headers.cookie ?? '')?.[1];
  const user = (chosen === undefined ? null : portal.findUser(Number(chosen))) ?? portal.users[0] ?? null;
  return { portal, user, path: request.url.split('?')[0]! };
}

/** Somebody who changes something in HubSpot's own pages. */
function handOf({ userId }: PortalUser): { sourceType: string; sourceId: string; userId: number } {
  return { sourceType: 'CRM_UI', sourceId: `userId:${userId}`, userId };
}

function showRecord(reply: FastifyReply, parts: PageParts, found: FoundRecord, problem: string | null): FastifyReply {
  const { hasCard, uiFrame } = parts;
  const apps = parts.appsIn(found.visit.portal.portalId);
  const page = recordPage(found.visit, found.type, found.record, { hasCard, problem, apps, uiFrame });
  return reply.type('text/html; charset=utf-8').send(page);
}

function show(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(page);
}

function missing(reply: FastifyReply): FastifyReply {
  const content = html`<p role="alert">There is no such page, or nobody to act on it.</p>`;
  return show(reply, 404, writePage({ title: 'Not found', navigation: null, content }));
}
