import { isComponentType } from '../component-types.ts';
import { configSchemas } from './schemas/config-schemas.ts';
import type { Component, FilledProject, ParsedProject, Profile } from './parsed-project.ts';
import { isRecord } from './parse-json.ts';
import { substituteVariables } from './substitute-variables.ts';

/**
 * The project as it is built with a profile.
 *
 * @param profile null where the project has none; then variables stay as they are
 */
export function fillProject(project: ParsedProject, profile: Profile | null): FilledProject {
  const variables = profile?.variables ?? {};
  const components = project.metadata.flatMap(({ file, uid, type, content }): Component[] => {
    if (typeof uid !== 'string' || !isComponentType(type)) return [];
    const parsed = configSchemas[type].safeParse(substituteVariables(content['config'], variables));
    if (!parsed.success) return [];
    return [{ file, uid: String(substituteVariables(uid, variables)), type, config: parsed.data }];
  });
  return { ...project, components: components };
}

/** What stands under `config` of a metadata file, with a profile's variables. */
export function filledConfig(content: Readonly<Record<string, unknown>>, profile: Profile | null): unknown {
  const config = substituteVariables(content['config'], profile?.variables ?? {});
  return isRecord(config) ? config : content['config'];
}
