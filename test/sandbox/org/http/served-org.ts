import { Connection } from 'jsforce';
import { startOrg, type OrgOptions, type StartedOrg } from '../../../../sandbox/salesforce/org/http/start-org.ts';
import { SmallOrg } from './small-org.ts';

export interface Served extends StartedOrg {
  readonly org: SmallOrg;
  readonly connection: Connection;
  /** A request of one's own, with the session of the user. */
  ask(path: string, init?: RequestInit): Promise<{ status: number; headers: Headers; body: unknown }>;
}

const version = '68.0';

/** A small org at an address of its own, and a client for it. */
export async function serveSmallOrg(options: Omit<OrgOptions, 'org'> = {}): Promise<Served> {
  const org = new SmallOrg();
  const started = await startOrg({ ...options, org });
  const connection = new Connection({ instanceUrl: started.url, accessToken: org.session, version });
  return {
    ...started,
    org,
    connection,
    ask: async (path, init = {}) => {
      const headers = { authorization: `Bearer ${org.session}`, 'content-type': 'application/json', ...init.headers };
      const response = await fetch(`${started.url}${path}`, { ...init, headers });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
      return {
        status: response.status,
        headers: response.headers,
        body: isJson ? (JSON.parse(text) as unknown) : text,
      };
    },
  };
}
