import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { buildProject } from '../../../sandbox/hubspot/edition/build-project.ts';

export type AppEdition = 'marketplace' | 'private';

/** What people see, by the name of its entry, as HubSpot's own build makes it out of the project that is uploaded. */
export type BuiltExtensions = ReadonlyMap<string, string>;

const entries = [
  'cards/score-card',
  'cards/score-preview',
  'cards/company-card',
  'actions/route-selected',
  'settings/settings',
  'pages/home',
];

/** Builds a project and everything in it that people see. It lies in the repository, where HubSpot's build finds packages. */
export async function buildExtensions(edition: AppEdition): Promise<BuiltExtensions> {
  const folder = path.resolve('out', 'hubspot-apps', edition);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const project = path.join(folder, 'project');
  await buildProject(edition, project);
  const built = new Map<string, string>();
  for (const entry of entries) {
    const file = path.join(project, 'src', 'app', `${entry}.js`);
    const outputDir = path.join(folder, path.basename(entry));
    await remoteBuild({ root: path.dirname(file), entryPoint: file, outputDir, logLevel: 'silent' });
    built.set(path.basename(entry), path.join(outputDir, path.basename(file)));
  }
  return built;
}
