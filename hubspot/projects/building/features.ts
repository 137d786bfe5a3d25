import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { ProjectFailure } from '../project-failure.ts';
import { readProjectFiles, type ProjectFiles } from '../project-files.ts';
import { parseJson } from '../validate/parse-json.ts';
import type { Sources } from './editions.ts';

const featureSchema = z.strictObject({
  what: z.string().min(1),
  /** Components without which the feature means nothing. */
  needs: z.array(z.string()).default([]),
  requiredScopes: z.array(z.string()).default([]),
  variables: z.record(z.string(), z.string()).default({}),
  /** By the name of the function that reads them. */
  secretKeys: z.record(z.string(), z.array(z.string())).default({}),
});

/** A build profile: something that needs HubSpot's consent or a higher plan, and is built only where it is asked for. */
export type Feature = z.infer<typeof featureSchema> & {
  readonly name: string;
  /** Laid over those of the project. */
  readonly files: ProjectFiles;
};

/** The features that an edition can be built with, by name. Both editions' and its own are one where they share a name. */
export function readFeatures({ common, app }: Sources): Feature[] {
  const folders = [common, app].map((folder) => path.join(folder, 'profiles'));
  const names = folders.flatMap((folder) => (existsSync(folder) ? readdirSync(folder) : []));
  return [...new Set(names)].sort().map((name) =>
    folders
      .map((folder) => path.join(folder, name))
      .filter((folder) => existsSync(folder))
      .map((folder) => readFeature(name, folder))
      .reduce(together),
  );
}

function readFeature(name: string, folder: string): Feature {
  const files = new Map(readProjectFiles(folder));
  const json = parseJson(files.get('profile.json') ?? '');
  files.delete('profile.json');
  const parsed = featureSchema.safeParse(json.isJson ? json.value : null);
  if (parsed.success) return { ...parsed.data, name: name, files: files };
  throw new ProjectFailure(
    'HSB005',
    `The build profile "${name}" has no readable profile.json: ${json.isJson ? z.prettifyError(parsed.error) : json.cause}`,
    `Give ${path.join(folder, 'profile.json')} a "what", and scopes and variables where it needs them.`,
  );
}

function together(one: Feature, other: Feature): Feature {
  return {
    name: one.name,
    what: `${one.what}; ${other.what}`,
    needs: [...one.needs, ...other.needs],
    requiredScopes: [...one.requiredScopes, ...other.requiredScopes],
    variables: { ...one.variables, ...other.variables },
    secretKeys: { ...one.secretKeys, ...other.secretKeys },
    files: new Map([...one.files, ...other.files]),
  };
}
