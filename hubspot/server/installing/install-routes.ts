import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import type { Configuration } from '../configuration/configuration.ts';
import type { OnceMemory } from '../http/once/once-memory.ts';
import { isSameText } from '../../handlers/signature/same-text.ts';
import type { Log } from '../observing/log.ts';
import { finishInstallation } from './finish-installation.ts';
import { clearInstallCookie, readInstallCookie, writeInstallCookie } from './install-cookie.ts';
import {
  deniedPage,
  installedPage,
  notPreparedPage,
  staleStatePage,
  unfinishedPage,
  type InstallPage,
} from './install-pages.ts';
import { InstallStates } from './install-state.ts';
import type { OAuthClient } from './oauth-client.ts';
import { pagePolicy, writePage } from './page.ts';
import { optionalScopes, requiredScopes } from './scopes.ts';
import type { CredentialStore } from './storing/credential-store.ts';

export type InstallRoutePorts = {
  readonly oauth: Pick<OAuthClient, 'exchangeCode' | 'introspect'>;
  readonly store: CredentialStore;
  readonly once: OnceMemory;
  /** Tokens of the portal are stored: it can be prepared. */
  readonly installed: (portalId: number) => Promise<void>;
  readonly now: () => number;
  readonly newId: () => string;
  readonly log: Log;
};

export const callbackPath = '/oauth/callback';

const callbackQuery = z.object({
  code: z.string().min(1).max(2000).optional().catch(undefined),
  state: z.string().max(300).optional().catch(undefined),
  error: z.string().optional().catch(undefined),
});

/** Where somebody installs the app: to HubSpot, which asks for consent, and back with a code. */
export function installRoutes(app: FastifyInstance, ports: InstallRoutePorts, configuration: Configuration): void {
  const states = new InstallStates(configuration.tokenKeys);
  const { publicUrl, hubspot } = configuration;
  const redirectUri = publicUrl + callbackPath;

  const send = (reply: FastifyReply, { status, page }: InstallPage) =>
    reply
      .code(status)
      .header('content-security-policy', pagePolicy)
      .type('text/html; charset=utf-8')
      .send(writePage(page));

  app.get('/oauth/start', (_, reply) => {
    const state = states.write(ports.newId(), ports.now());
    const authorize = new URL('/oauth/authorize', hubspot.appUrl);
    authorize.search = new URLSearchParams({
      client_id: hubspot.clientId,
      redirect_uri: redirectUri,
      scope: requiredScopes.join(' '),
      optional_scope: optionalScopes.join(' '),
      state,
    }).toString();
    return reply.header('set-cookie', writeInstallCookie(publicUrl, state)).redirect(authorize.href, 302);
  });

  app.get(callbackPath, async (request, reply) => {
    const { code, state, error } = callbackQuery.parse(request.query);
    void reply.header('set-cookie', clearInstallCookie(publicUrl));
    if (error !== undefined) return send(reply, deniedPage());
    // Begun in HubSpot, from the marketplace: nobody can tell whose code it is, so it is begun once more from here.
    if (state === undefined && code !== undefined) return reply.redirect('/oauth/start', 302);
    const isOwn = code !== undefined && state !== undefined && (await isOwnState(state, request.headers.cookie));
    if (!isOwn) {
      ports.log.warn(
        { requestId: request.id, code: 'HSI009' },
        'a callback of an installation that was not begun here',
      );
      return send(reply, staleStatePage());
    }
    const finished = await finishInstallation(ports, { code, redirectUri, appId: hubspot.appId });
    if (finished.state !== 'installed') {
      const reason = finished.state === 'failed' ? finished.failure : finished.state;
      ports.log.warn({ requestId: request.id, reason }, 'an installation was not finished');
      return send(reply, unfinishedPage(finished, request.id));
    }
    const { portalId } = finished;
    ports.log.info({ requestId: request.id, portalId }, 'the app was installed');
    try {
      await ports.installed(portalId);
    } catch (failure) {
      ports.log.error(
        { requestId: request.id, portalId, code: 'HSI012', error: failure },
        'a portal could not be prepared',
      );
      return send(reply, notPreparedPage(portalId, request.id));
    }
    return send(reply, installedPage(portalId, hubspot.appUrl));
  });

  async function isOwnState(state: string, cookies: string | undefined): Promise<boolean> {
    const kept = readInstallCookie(publicUrl, cookies);
    if (kept === null || !isSameText(kept, state)) return false;
    const read = states.read(state, ports.now());
    return read.isGood && (await ports.once.takeOnce(`install ${read.nonce}`, read.expiresAt, ports.now()));
  }
}
