/** What HubSpot knows of a type of component. */
export type ComponentRule = {
  readonly folder: string;
  readonly isSingular: boolean;
  /** Whether an app with this authentication and distribution may have it. */
  readonly isAllowed: (auth: 'oauth' | 'static', distribution: 'private' | 'marketplace') => boolean;
};

const always = (): boolean => true;
const staticOnly = (auth: string): boolean => auth === 'static';
const marketplaceOnly = (_auth: string, distribution: string): boolean => distribution === 'marketplace';

function rule(folder: string, isSingular: boolean, isAllowed: ComponentRule['isAllowed'] = always): ComponentRule {
  return { folder, isSingular, isAllowed };
}

/** By the type in the metadata. The folder is below `src/app`; the app's own metadata stands in `src/app` itself. */
export const componentRules: ReadonlyMap<string, ComponentRule> = new Map([
  ['app', rule('', true)],
  ['card', rule('cards', false)],
  ['settings', rule('settings', true)],
  ['page', rule('pages', true)],
  ['crm-bulk-action', rule('actions', false)],
  ['webhooks', rule('webhooks', true)],
  ['workflow-action', rule('workflow-actions', false)],
  ['app-function', rule('functions', false, staticOnly)],
  ['app-object', rule('app-objects', false, marketplaceOnly)],
  ['app-object-association', rule('app-object-associations', false, marketplaceOnly)],
  ['app-event', rule('app-events', false, marketplaceOnly)],
  ['webhooks-journal', rule('webhooks-journal', true)],
  ['api-client', rule('api-client', true)],
  ['telemetry', rule('telemetry', true)],
  ['scim', rule('scim', true, staticOnly)],
  ['calling', rule('calling', true)],
  ['mcp-client', rule('mcp-client', true)],
  ['mcp-server', rule('mcp-server', true)],
  ['marketing-event', rule('marketing-events', false)],
  ['media-bridge', rule('media-bridge', false)],
  ['video-conferencing', rule('video-conferencing', false)],
]);
