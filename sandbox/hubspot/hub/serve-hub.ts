import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { crmRoutes } from '../crm-api/crm-routes.ts';
import { cardRoutes } from '../pages/card-routes.ts';
import type { Traffic } from '../pages/log-page.ts';
import { pageRoutes } from '../pages/page-routes.ts';
import { addFaultHooks } from './faults/fault-hooks.ts';
import { fileContentRoutes, fileRoutes } from './files/file-routes.ts';
import { folderRoutes } from './files/folder-routes.ts';
import { openFormRoutes, secureFormRoutes } from './forms/form-routes.ts';
import { endpointRoutes } from './functions/endpoint-routes.ts';
import { Refusal, answerError } from './http/refusal.ts';
import type { HubState } from './hub-state.ts';
import { addLimitHooks, type LimitedCaller } from './limits/limit-hooks.ts';
import { addTokenCheck } from './oauth/check-token.ts';
import { consentRoutes } from './oauth/consent-routes.ts';
import { tokenRoutes } from './oauth/token-routes.ts';
import { uninstallRoutes } from './oauth/uninstall-routes.ts';
import { userRoutes } from './portals/user-routes.ts';
import { serveUiHost } from '../ui-host/serve/serve-ui-host.ts';
import { writeFrameAddress } from './ui/frame-address.ts';
import { openFrame } from './ui/open-frame.ts';
import type { UiResponse } from './ui/ui-fetch.ts';
import { callbackRoutes } from './workflows/callback-routes.ts';
import { flowRoutes } from './workflows/flow-routes.ts';

const mostBytes = 20 * 1024 * 1024;

export type PageOptions = {
  readonly cardUrl: string | null;
  /** Whether the user interface of apps runs here. */
  readonly hasUiHost: boolean;
  uiFetch(portalId: number, userId: number, url: string, request: object): Promise<UiResponse>;
};

/** The server of a hub: everything that HubSpot answers, on one origin. */
export function serveHub(state: HubState, pages: PageOptions): FastifyInstance {
  const app = fastify({ bodyLimit: mostBytes, forceCloseConnections: true, exposeHeadRoutes: false });
  app.setErrorHandler((error, _request, reply) => answerError(error, reply));
  app.setNotFoundHandler((_request, reply) => {
    answerError(new Refusal(404, 'OBJECT_NOT_FOUND', 'resource not found'), reply);
  });

  const findPortal = (portalId: number) => state.findPortal(portalId);
  const listPortals = () => [...state.portals.values()];
  const appsIn = (portalId: number) => state.appsIn(portalId);
  const findClient = (clientId: string) => state.findClient(clientId);

  add(app, (part) => {
    tokenRoutes(part, {
      grants: state.grants,
      now: state.now,
      findApp: findClient,
      findUser: (portalId, userId) => state.findPortal(portalId)?.findUser(userId) ?? null,
    });
  });
  add(app, (part) => consentRoutes(part, { grants: state.grants, findApp: findClient, findPortal, listPortals }));
  add(app, (part) => openFormRoutes(part, findPortal, state.now));
  add(app, (part) => fileContentRoutes(part, state.signedFiles, (portalId) => findPortal(portalId)?.files ?? null));
  add(app, (part) => endpointRoutes(part, state.functions, findPortal));
  add(app, (part) => {
    const hasCard = pages.cardUrl !== null;
    const uiFrame = pages.hasUiHost ? writeFrameAddress : null;
    pageRoutes(part, { findPortal, listPortals, appsIn, hasCard, uiFrame, traffic: () => trafficOf(state) });
    cardRoutes(part, pages);
  });
  if (pages.hasUiHost) {
    const parts = { findPortal, appsIn, proxy: state.proxy, functions: state.functions };
    add(app, (part) => serveUiHost(part, { openFrame: (query) => Promise.resolve(openFrame(parts, query)) }));
  }
  add(app, (part) => apiRoutes(part, state));
  return app;
}

/** Everything that needs a token, counts against limits and can go wrong. */
function apiRoutes(app: FastifyInstance, state: HubState): void {
  addTokenCheck(app, {
    grants: state.grants,
    now: state.now,
    findApp: (appId) => state.findApp(appId),
    findPortal: (portalId) => state.findPortal(portalId),
  });
  addLimitHooks(app, state.limits, callerOf);
  addFaultHooks(app, state.faults, state.timers);

  void app.register(crmRoutes);
  add(app, (part) => fileRoutes(part, state.signedFiles));
  add(app, (part) => folderRoutes(part));
  add(app, (part) => {
    secureFormRoutes(part, state.now);
    uninstallRoutes(part, (appId, portalId) => state.grants.uninstall(appId, portalId));
    userRoutes(part);
    flowRoutes(part, {
      listWorkflows: (portalId) => state.workflows.list(portalId),
      findAction: (portalId, uid) => state.findAction(portalId, uid),
    });
    callbackRoutes(part, state.workflows.blocked, (callbackId) => state.workflows.outputNamesOf(callbackId));
  });
}

/** Adds routes as a part of their own: what they read bodies with and hook into is theirs alone. */
function add(app: FastifyInstance, define: (part: FastifyInstance) => void): void {
  void app.register((part, _options, done) => {
    define(part);
    done();
  });
}

function callerOf({ callingApp, portal }: FastifyRequest): LimitedCaller | null {
  return callingApp === null || portal === null ? null : { app: callingApp, portal };
}

function trafficOf(state: HubState): Traffic {
  return {
    deliveries: state.deliveries.list(),
    calls: state.limits.counters.list(),
    runs: state.workflows.runs,
    functions: state.functionRunner.runs,
    appName: (appId) => state.findApp(appId)?.name ?? String(appId),
  };
}
