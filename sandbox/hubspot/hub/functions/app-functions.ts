import type { FunctionDefinition, HubSpotApp } from '../apps/hubspot-app.ts';
import type { HubPortal } from '../portals/hub-portal.ts';
import { failedFunction, limitedFunction, noSuchFunction } from './function-error.ts';
import type { FunctionRun } from './function-run.ts';
import type { FunctionRunner } from './function-runner.ts';
import type { JobContext } from './thread-messages.ts';

/** What an app's user interface hands to `hubspot.serverless`. */
export type ServerlessRequest = {
  readonly parameters?: unknown;
  /** Names of properties of the record that is looked at. */
  readonly propertiesToSend?: readonly string[];
  /** The record on whose page it is; null where it is on none. */
  readonly record?: { readonly objectTypeId: string; readonly objectId: string } | null;
};

export type AppFunctionParts = {
  readonly runner: FunctionRunner;
  appsIn(portalId: number): readonly HubSpotApp[];
  /** The token of the app in the portal. */
  findToken(appId: number, portalId: number): string | null;
  /** Where the API is that the code is to call. */
  apiUrl(): string;
};

type FoundFunction = { readonly app: HubSpotApp; readonly definition: FunctionDefinition };

/** The functions of the apps of all portals. */
export class AppFunctions {
  private readonly parts: AppFunctionParts;

  constructor(parts: AppFunctionParts) {
    this.parts = parts;
  }

  /**
   * Calls a function as `hubspot.serverless` does. It does not learn who asks: HubSpot tells it nothing that it could trust.
   *
   * @param appId whose function it is; the first app that has one of the name where it is null
   * @throws FunctionError
   */
  callFromUserInterface(
    portal: HubPortal,
    name: string,
    request: ServerlessRequest,
    appId: number | null = null,
  ): Promise<unknown> {
    const found = this.find(portal, ({ uid }) => uid === name, appId);
    if (found === null) return Promise.reject(noSuchFunction(name));
    const content = { propertiesToSend: propertiesOf(portal, request) };
    const context = { isWhole: false, content };
    return this.call(portal, found, 'userInterface', request.parameters, context);
  }

  findEndpoint(portal: HubPortal, path: string): FoundFunction | null {
    return this.find(portal, ({ endpoint }) => endpoint?.path === path);
  }

  /** @throws FunctionError */
  callEndpoint(portal: HubPortal, found: FoundFunction, content: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.call(portal, found, 'endpoint', undefined, { isWhole: true, content });
  }

  private async call(
    portal: HubPortal,
    { app, definition }: FoundFunction,
    calledBy: FunctionRun['calledBy'],
    parameters: unknown,
    context: JobContext,
  ): Promise<unknown> {
    const { portalId } = portal;
    const { uid: name, codeFile } = definition;
    const outcome = await this.parts.runner.execute({
      job: { kind: 'function', name, codeFile, portalId, parameters, context },
      appId: app.appId,
      calledBy,
      environment: this.environmentOf(portal, app, definition),
    });
    if (outcome.state === 'returned') return outcome.value;
    throw outcome.state === 'limited' ? limitedFunction(name) : failedFunction(name, outcome);
  }

  private find(
    portal: HubPortal,
    isIt: (definition: FunctionDefinition) => boolean,
    appId: number | null = null,
  ): FoundFunction | null {
    for (const app of this.parts.appsIn(portal.portalId)) {
      if (appId !== null && app.appId !== appId) continue;
      const definition = app.functions.find(isIt);
      if (definition !== undefined) return { app, definition };
    }
    return null;
  }

  private environmentOf(
    portal: HubPortal,
    { appId }: HubSpotApp,
    { secretKeys }: FunctionDefinition,
  ): Record<string, string> {
    const token = this.parts.findToken(appId, portal.portalId);
    return {
      ...portal.secretsOf(secretKeys),
      ...(token !== null && { PRIVATE_APP_ACCESS_TOKEN: token }),
      HUBSPOT_API_URL: this.parts.apiUrl(),
    };
  }
}

function propertiesOf(
  { records }: HubPortal,
  { record, propertiesToSend = [] }: ServerlessRequest,
): Record<string, string | null> {
  const found = record ? records.findRecord(record.objectTypeId, record.objectId) : null;
  if (found === null) return {};
  const { definitions } = records.schema.type(found.objectTypeId);
  const known = propertiesToSend.filter((name) => definitions.has(name));
  return Object.fromEntries(known.map((name) => [name, found.value(name)]));
}
