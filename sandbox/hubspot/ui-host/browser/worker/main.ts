/**
 * The worker that an extension runs in: no DOM, no network, only what HubSpot's worker offers. The globals are those that
 * @hubspot/ui-extensions reads and that `uie build` leaves out of a bundle.
 */
import * as React from 'react';
import * as RemoteUI from '@remote-ui/react';
import { createRemoteRoot, retain, type RemoteChannel } from '@remote-ui/core';
import type { StartGiven, WorkerCalls } from '../protocol.ts';
import { crmHooks, tellRecordChanged } from './ask-crm.ts';
import { fetchFromBackend, runServerless, runServerlessFunction } from './ask-backend.ts';
import { buildActions } from './build-actions.ts';
import { endpoint, page } from './call-page.ts';
import { ExtensionBoundary } from './extension-boundary.tsx';
import { setPageLocation, useAppPageLocation } from './page-location.ts';
import { describe, report, reportProblems } from './report-problems.ts';
import { scope } from './worker-scope.ts';

type ExtensionCallback = (api: object) => React.ReactNode;

let extension: ExtensionCallback | null = null;
let api = { context: {}, actions: {}, runServerlessFunction };

reportProblems();

Object.assign(scope, {
  __HUBSPOT_EXTENSION_WORKER__: true,
  React,
  RemoteUI,
  logger: Object.fromEntries(
    (['debug', 'info', 'warn', 'error'] as const).map((level) => [
      level,
      (words: string | number) => void page.log(level, String(words)).catch(() => undefined),
    ]),
  ),
  extend_V2: (callback: ExtensionCallback) => {
    extension = callback;
  },
  serverless: runServerless,
  hsFetch: fetchFromBackend,
  hsWorkerAPI: {
    useExtensionContext: () => api.context,
    useExtensionActions: () => api.actions,
    useExtensionApi: () => api,
    useAppPageLocation,
    ...crmHooks,
    fetchHubSpotApi: () =>
      Promise.reject(new Error('UIH007: fetchHubSpotApi is experimental and needs a portal; this host has none.')),
  },
});

const calls: WorkerCalls = {
  start: (given: StartGiven) => {
    api = {
      context: { ...given.context, location: given.location },
      actions: buildActions(given.location),
      runServerlessFunction,
    };
    setPageLocation(given.page);
    try {
      scope.importScripts(given.script);
    } catch (error) {
      report(describe('error', error));
      return Promise.resolve('failed');
    }
    return Promise.resolve(extension === null ? 'silent' : 'ready');
  },
  render: (channel: RemoteChannel) => {
    retain(channel);
    const draw = extension;
    if (draw === null) return Promise.resolve();
    const root = createRemoteRoot(channel, { strict: true });
    // A component of its own, so that what the callback throws is caught like everything else.
    const Extension = (): React.ReactNode => draw(api);
    RemoteUI.createRoot(root).render(
      React.createElement(ExtensionBoundary, null, React.createElement(Extension)) as never,
    );
    return root.mount();
  },
  moveTo: (next) => {
    setPageLocation(next);
    return Promise.resolve();
  },
  recordChanged: () => {
    tellRecordChanged();
    return Promise.resolve();
  },
};

endpoint.expose(calls);
