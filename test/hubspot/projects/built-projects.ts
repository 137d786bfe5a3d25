import path from 'node:path';
import { buildProject, type BuiltProject } from '../../../hubspot/projects/building/build-project.ts';
import type { BuildOptions } from '../../../hubspot/projects/building/choose-parts.ts';
import { sourcesOf, type Sources } from '../../../hubspot/projects/building/editions.ts';

/** The real metadata with small entry points of their own, so that what is tested does not change with the interface. */
export function sourcesWithFixtures(edition: BuildOptions['edition']): Sources {
  const fixtures = path.join(import.meta.dirname, 'fixtures');
  return {
    ...sourcesOf(edition),
    interfaces: path.join(fixtures, 'interfaces'),
    functions: path.join(fixtures, 'functions'),
    customCode: null,
  };
}

export function buildWithFixtures(
  options: Partial<BuildOptions> & Pick<BuildOptions, 'edition'>,
): Promise<BuiltProject> {
  const all: BuildOptions = { platform: '2026.09', features: [], without: [], site: null, ...options };
  return buildProject(all, sourcesWithFixtures(all.edition));
}
