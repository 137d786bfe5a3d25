import path from 'node:path';
import { appObjectFiles, driftedAppObjects } from '../app-objects.ts';
import { buildProject, type BuiltProject, type MadeCode } from '../building/build-project.ts';
import { describeBuild } from '../building/describe-build.ts';
import { editions, sourcesOf, type Edition } from '../building/editions.ts';
import { readFeatures } from '../building/features.ts';
import { writeProject } from '../building/write-project.ts';
import { buildableVersions } from '../platform-version.ts';
import { projectsFolder } from '../read-command.ts';
import { describeFinding } from '../validate/finding.ts';
import { validateProject } from '../validate/validate-project.ts';
import { buildExtension } from './build-extension.ts';
import { lintBuilt, lintSources } from './lint-interface.ts';
import { parseOfficially } from './parse-officially.ts';
import { startFunction } from './start-function.ts';

/** What one step found, and in words what it looked at. */
type Step = { readonly problems: readonly string[]; readonly amount: string };

/**
 * Builds both editions and looks at them with everything that works without an account. Each step is printed as it ends.
 *
 * @returns whether no step found anything
 */
export async function runChecks(root: string, print: (line: string) => void): Promise<boolean> {
  const built = await Promise.all(editions.map((edition) => build(root, edition, print)));
  const scripts = built.flatMap(({ folder, project }) => project.bundles.map(({ file }) => path.join(folder, file)));
  const functions = scripts.filter(isFunction);
  const interfaces = scripts.filter((file) => !isFunction(file));
  const steps: [string, () => Promise<Step>][] = [
    ['metadata that follows from code', () => Promise.resolve(checkGenerated(root))],
    ['validator', () => validateAll(built)],
    ['HubSpot’s parser', () => parseAll(built)],
    ['HubSpot’s lint of the sources', () => lintedSources(root)],
    ['HubSpot’s lint of what is built', () => lintedBuilt(built)],
    ['HubSpot’s build', () => buildAll(interfaces)],
    ['start of functions', () => Promise.resolve(startAll(functions))],
  ];
  let isClean = true;
  for (const [name, run] of steps) {
    const startedAt = performance.now();
    const { problems, amount } = await run();
    for (const problem of problems) print(problem);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    print(`${name}: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in ${amount}, ${seconds} s`);
    isClean &&= problems.length === 0;
  }
  return isClean;
}

type Written = {
  readonly folder: string;
  readonly project: BuiltProject;
  readonly made: MadeCode;
};

async function build(root: string, edition: Edition, print: (line: string) => void): Promise<Written> {
  const folder = path.join(root, projectsFolder, edition);
  const made: MadeCode = { bundles: new Map(), customCode: new Map() };
  const options = { edition: edition, platform: '2026.09', features: [], without: [], site: null } as const;
  const project = await buildProject(options, sourcesOf(edition), made);
  writeProject(folder, project.files);
  print(describeBuild(project, path.relative(root, folder)));
  return { folder: folder, project: project, made: made };
}

function checkGenerated(root: string): Step {
  const problems = driftedAppObjects(root).map(
    (file) => `HSB012: ${file} is not what the code says.\n  Next: npm run hubspot -- generate, then npm run format.`,
  );
  return { problems: problems, amount: `${appObjectFiles().size} files` };
}

/** Both editions, for both versions, bare and with every feature. */
async function validateAll(built: readonly Written[]): Promise<Step> {
  const problems: string[] = [];
  let count = 0;
  for (const { project, made } of built) {
    const { edition } = project.options;
    const all = readFeatures(sourcesOf(edition)).map(({ name }) => name);
    for (const platform of buildableVersions) {
      for (const features of [[], all]) {
        const variant = await buildProject(
          { edition, platform, features, without: [], site: null },
          sourcesOf(edition),
          made,
        );
        const findings = validateProject(variant.files);
        problems.push(...findings.map((finding) => `${edition} ${platform} ${describeFinding(finding)}`));
        count += 1;
      }
    }
  }
  return { problems: problems, amount: `${count} projects` };
}

async function parseAll(built: readonly Written[]): Promise<Step> {
  const readings = await Promise.all(
    built.map(async ({ folder, project }) => {
      const { components, problems } = await parseOfficially(folder);
      const wanted = [...project.files.keys()].filter((file) => file.endsWith('-hsmeta.json')).length;
      // It adds one for the package of the functions.
      const found = components.filter((each) => !each.startsWith('SERVERLESS_PACKAGE')).length;
      return found === wanted ? problems : [...problems, `HubSpot’s parser found ${found} of ${wanted} components.`];
    }),
  );
  return { problems: readings.flat(), amount: `${built.length} projects` };
}

async function lintedSources(root: string): Promise<Step> {
  const { problems, count } = await lintSources(path.join(root, 'hubspot', 'ui'));
  return { problems: problems, amount: `${count} files` };
}

async function lintedBuilt(built: readonly Written[]): Promise<Step> {
  const results = await Promise.all(
    built.map(({ folder, project }) =>
      lintBuilt(
        folder,
        project.bundles.map(({ file }) => file).filter((file) => !isFunction(file)),
      ),
    ),
  );
  const count = results.reduce((sum, each) => sum + each.count, 0);
  return { problems: results.flatMap(({ problems }) => problems), amount: `${count} files` };
}

async function buildAll(files: readonly string[]): Promise<Step> {
  const problems: string[] = [];
  let bytes = 0;
  let asked = 0;
  for (const file of files) {
    const built = await buildExtension(file);
    bytes += built.bytes;
    asked += built.askedAhead;
    problems.push(...built.problems.map((problem) => `${path.relative(process.cwd(), file)}: ${problem}`));
  }
  return {
    problems: problems,
    amount: `${files.length} entry points (${Math.round(bytes / 1000)} KB, ${asked} hooks read)`,
  };
}

function startAll(files: readonly string[]): Step {
  const started = files.map((file) => ({ file: file, ...startFunction(file) }));
  const slowest = Math.max(0, ...started.map(({ millis }) => millis));
  const largest = Math.max(0, ...started.map(({ megabytes }) => megabytes));
  return {
    problems: started.flatMap(({ file, problems }) => problems.map((problem) => `${path.basename(file)}: ${problem}`)),
    amount: `${files.length} functions (${Math.round(slowest)} ms and ${Math.round(largest)} MB at most)`,
  };
}

function isFunction(file: string): boolean {
  return path.basename(path.dirname(file)) === 'functions';
}
