import * as z from 'zod';
import type { PortalRecord } from '../../records/portal-record.ts';
import type { HostPorts, JsonValue } from '../../ui-host/ports/host-ports.ts';
import type { HubSpotApp } from '../apps/hubspot-app.ts';
import type { AppFunctions } from '../functions/app-functions.ts';
import type { HubPortal } from '../portals/hub-portal.ts';
import type { PortalUser } from '../portals/portal-user.ts';
import { formatValues } from './format-values.ts';
import { associatedRecords, recordValues, searchedRecords } from './frame-records.ts';
import type { UiProxy } from './ui-fetch.ts';

export type FramePortParts = { readonly proxy: UiProxy; readonly functions: AppFunctions };

/** Who looks at what of which app. */
export type FrameView = {
  readonly portal: HubPortal;
  readonly app: HubSpotApp;
  readonly user: PortalUser;
  /** The record that the frame is for; null for one that is for none. */
  readonly record: PortalRecord | null;
};

const json = z.json() as z.ZodType<JsonValue>;

/** What stands behind an extension of an app: its backend, its functions, and the portal's records. */
export function framePorts({ proxy, functions }: FramePortParts, { portal, app, user, record }: FrameView): HostPorts {
  const { records } = portal;
  return {
    async fetch({ url, method, body, timeout, headers: { authorization } }) {
      const { status, headers, text } = await proxy.fetch(app, portal.portalId, user, url, {
        method,
        body: body ?? undefined,
        ...(timeout !== null && { timeout }),
        ...(authorization !== undefined && { authorization }),
      });
      return { status, headers, text };
    },
    async serverless(name, { parameters, propertiesToSend }) {
      const place = record && { objectTypeId: record.objectTypeId, objectId: record.id };
      const request = { parameters, propertiesToSend, record: place };
      return json.parse(await functions.callFromUserInterface(portal, name, request, app.appId));
    },
    crmProperties: (names, wishes) => answer(() => recordValues(records, record, names, wishes)),
    associations: (request, wishes) => answer(() => associatedRecords(records, record, request, wishes)),
    crmSearch: (request, wishes) => answer(() => searchedRecords(records, request, wishes)),
    formatProperties: (objectType, rows, options) =>
      answer(() => rows.map((row) => formatValues(records, records.schema.type(objectType), row, options))),
  };
}

/** What is refused is a call that fails, and no error of the host. */
function answer<Result>(work: () => Result): Promise<Result> {
  return new Promise((resolve) => resolve(work()));
}
