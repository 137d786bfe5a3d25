import * as z from 'zod';
import { isComponentType } from '../../component-types.ts';
import { isAtLeast } from '../../platform-version.ts';
import { filledConfig } from '../fill-project.ts';
import type { Finding } from '../finding.ts';
import type { MetadataFile, ParsedProject, Profile } from '../parsed-project.ts';
import { permissions } from '../schemas/app-config.ts';
import { configSchemas } from '../schemas/config-schemas.ts';
import { shapeFindings } from '../shape-findings.ts';

const head = z.strictObject({
  uid: z.string(),
  type: z.string(),
  config: z.record(z.string(), z.unknown()),
  dependencies: z.record(z.string(), z.union([z.string(), z.array(z.string())])).optional(),
  permissions: permissions.optional(),
});

/** Whether each component has the keys that its type has, with values of their form. */
export function checkShapes(project: ParsedProject, profile: Profile | null): Finding[] {
  return project.metadata.flatMap((each) => [
    ...shapeFindings(each.file, head, each.content),
    ...checkConfig(each, profile),
    ...checkPermissions(project, each),
  ]);
}

function checkConfig({ file, type, content }: MetadataFile, profile: Profile | null): Finding[] {
  const config = filledConfig(content, profile);
  if (!isComponentType(type) || typeof config !== 'object' || config === null) return [];
  return shapeFindings(file, configSchemas[type], config, ['config']);
}

function checkPermissions({ platform }: ParsedProject, { file, content }: MetadataFile): Finding[] {
  if (content['permissions'] === undefined || isAtLeast(platform, '2026.09')) return [];
  const what = `it has permissions, and the project is of version ${platform}.`;
  const cause = 'Permissions of single components came with 2026.09.';
  return [{ code: 'HSM035', file, what, cause, next: 'Ask for them in the app, or build for 2026.09.' }];
}
