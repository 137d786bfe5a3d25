import type { PortalRecords } from './records/portal-records.ts';
import type { ChangeSource, Tier } from './records/record-change.ts';

/** A portal of the stand-in, as the endpoints see it. */
export type StandInPortal = { readonly portalId: number; readonly tier: Tier; readonly records: PortalRecords };

/** Who sends a request: an app by its token, in one portal. Set before any endpoint of the CRM runs. */
export type Caller = {
  readonly portal: StandInPortal;
  readonly scopes: ReadonlySet<string>;
  /** INTEGRATION with the app's id. */
  readonly source: ChangeSource;
};

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null;
  }
}
