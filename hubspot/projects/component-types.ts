import type { PlatformVersion } from './platform-version.ts';

export type Auth = 'static' | 'oauth';
export type Distribution = 'private' | 'marketplace';

/** What HubSpot allows of a type of component. */
export type ComponentRule = {
  /** Where its metadata stands, below the source folder. It may not stand deeper. */
  readonly folder: string;
  /** An app has one at most. */
  readonly isSingular: boolean;
  readonly since: PlatformVersion;
  readonly auths: readonly Auth[];
  readonly distributions: readonly Distribution[];
  /** What the entry point is, where it has one: a part of the interface, or a function. */
  readonly entry: 'interface' | 'function' | null;
};

const everywhere: Omit<ComponentRule, 'folder'> = {
  isSingular: false,
  since: '2025.2',
  auths: ['static', 'oauth'],
  distributions: ['private', 'marketplace'],
  entry: null,
};
const onceEverywhere = { ...everywhere, isSingular: true };
const marketplaceOnly = { ...everywhere, auths: ['oauth'], distributions: ['marketplace'] } as const;
const staticOnly = { ...everywhere, auths: ['static'], distributions: ['private'] } as const;

/** By the type in the metadata. Source: HubSpot's project templates and its parser of projects. */
export const componentRules = {
  app: { ...onceEverywhere, folder: 'app' },
  card: { ...everywhere, folder: 'app/cards', entry: 'interface' },
  settings: { ...onceEverywhere, folder: 'app/settings', entry: 'interface' },
  page: { ...onceEverywhere, folder: 'app/pages', entry: 'interface' },
  'crm-bulk-action': { ...everywhere, folder: 'app/actions', since: '2026.09', entry: 'interface' },
  webhooks: { ...onceEverywhere, folder: 'app/webhooks' },
  'workflow-action': { ...everywhere, folder: 'app/workflow-actions' },
  'app-function': { ...staticOnly, folder: 'app/functions', since: '2026.03', entry: 'function' },
  'app-object': { ...marketplaceOnly, folder: 'app/app-objects' },
  'app-object-association': { ...marketplaceOnly, folder: 'app/app-object-associations' },
  'app-event': { ...marketplaceOnly, folder: 'app/app-events' },
  'webhooks-journal': { ...onceEverywhere, folder: 'app/webhooks-journal', since: '2026.03' },
  'api-client': { ...onceEverywhere, folder: 'app/api-client' },
  telemetry: { ...onceEverywhere, folder: 'app/telemetry' },
  scim: { ...staticOnly, isSingular: true, folder: 'app/scim' },
  calling: { ...onceEverywhere, folder: 'app/calling' },
  'mcp-client': { ...onceEverywhere, folder: 'app/mcp-client' },
  'mcp-server': { ...onceEverywhere, folder: 'app/mcp-server' },
  'marketing-event': { ...everywhere, folder: 'app/marketing-events' },
  'media-bridge': { ...everywhere, folder: 'app/media-bridge' },
  'video-conferencing': { ...everywhere, folder: 'app/video-conferencing' },
} as const satisfies Record<string, ComponentRule>;

export type ComponentType = keyof typeof componentRules;

export function isComponentType(text: unknown): text is ComponentType {
  return typeof text === 'string' && Object.hasOwn(componentRules, text);
}

/** The rule of a type, read as what every type has. */
export function ruleOf(type: ComponentType): ComponentRule {
  return componentRules[type];
}
