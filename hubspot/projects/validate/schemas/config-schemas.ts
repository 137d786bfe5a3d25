import * as z from 'zod';
import type { ComponentType } from '../../component-types.ts';
import { actionConfig } from './action-config.ts';
import { appConfig } from './app-config.ts';
import { bulkActionConfig, cardConfig, entryConfig, functionConfig } from './interface-configs.ts';
import { appEventConfig, appObjectConfig, associationConfig } from './object-configs.ts';
import { webhooksConfig } from './webhooks-config.ts';

/** Of types that Signalbox does not use HubSpot's templates say nothing: any object will do. */
const anyConfig = z.record(z.string(), z.unknown());

/** What stands under `config`, by type. Unknown keys are refused: HubSpot refuses them too, or forgets them. */
export const configSchemas = {
  app: appConfig,
  card: cardConfig,
  settings: entryConfig,
  page: entryConfig,
  'crm-bulk-action': bulkActionConfig,
  webhooks: webhooksConfig,
  'workflow-action': actionConfig,
  'app-function': functionConfig,
  'app-object': appObjectConfig,
  'app-object-association': associationConfig,
  'app-event': appEventConfig,
  'webhooks-journal': anyConfig,
  'api-client': anyConfig,
  telemetry: anyConfig,
  scim: anyConfig,
  calling: anyConfig,
  'mcp-client': anyConfig,
  'mcp-server': anyConfig,
  'marketing-event': anyConfig,
  'media-bridge': anyConfig,
  'video-conferencing': anyConfig,
} as const satisfies Record<ComponentType, z.ZodType>;

export type ConfigOf<Type extends ComponentType> = z.infer<(typeof configSchemas)[Type]>;
