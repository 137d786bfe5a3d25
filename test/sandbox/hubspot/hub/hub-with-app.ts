import type { HubSpotApp } from '../../../../sandbox/hubspot/hub/apps/hubspot-app.ts';
import type { HubSpotOptions } from '../../../../sandbox/hubspot/hub/hub-options.ts';
import type { HubPortal } from '../../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import { startHubSpot, type StandInHubSpot } from '../../../../sandbox/hubspot/hub/stand-in-hubspot.ts';
import type { Tier } from '../../../../sandbox/hubspot/records/record-change.ts';
import { SampleApp } from './sample-app.ts';

export const ana = { firstName: 'Ana', lastName: 'Lima', email: 'ana.lima@example.com' };
export const ben = { firstName: 'Ben', lastName: 'Okafor', email: 'ben.okafor@example.com' };

/** A hub with a portal and an uploaded app, which is not installed yet. */
export type HubWithApp = {
  readonly hubSpot: StandInHubSpot;
  readonly portal: HubPortal;
  readonly sample: SampleApp;
  readonly app: HubSpotApp;
  /** Installs the app and takes the code to the token endpoint, as its backend would. */
  connect(): Promise<Tokens>;
  post(path: string, form: Record<string, string>): Promise<Response>;
  call(method: string, path: string, token: string, body?: unknown): Promise<Response>;
  close(): Promise<void>;
};

export type Tokens = { readonly access_token: string; readonly refresh_token: string; readonly expires_in: number };

export async function startHubWithApp(tier: Tier = 'enterprise', options: HubSpotOptions = {}): Promise<HubWithApp> {
  const hubSpot = await startHubSpot({ seed: 7, ...options });
  const sample = await SampleApp.start();
  const portal = hubSpot.addPortal({ tier, users: [ana, ben] });
  const app = hubSpot.uploadProject(sample.folder, sample.variables);
  const post = (path: string, form: Record<string, string>): Promise<Response> =>
    fetch(`${hubSpot.url}${path}`, { method: 'POST', body: new URLSearchParams(form) });
  return {
    hubSpot,
    portal,
    sample,
    app,
    post,
    call: (method, path, token, body) =>
      fetch(`${hubSpot.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    connect: async () => {
      const { url } = await hubSpot.install(portal.portalId, app.appId);
      const answer = await post('/oauth/2026-09/token', {
        ...clientOf(app),
        grant_type: 'authorization_code',
        redirect_uri: app.redirectUrls[0]!,
        code: new URL(url).searchParams.get('code')!,
      });
      return (await answer.json()) as Tokens;
    },
    close: async () => {
      await hubSpot.close();
      await sample.close();
    },
  };
}

export function clientOf({ clientId, clientSecret }: HubSpotApp): { client_id: string; client_secret: string } {
  return { client_id: clientId, client_secret: clientSecret };
}

export async function bodyOf(answer: Response): Promise<Record<string, unknown>> {
  return (await answer.json()) as Record<string, unknown>;
}
