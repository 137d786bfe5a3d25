import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { groupTests } from '../../../sandbox/salesforce/apex/runner/group-tests.ts';
import { describeFailure } from '../../../sandbox/salesforce/apex/runner/describe-failure.ts';
import { compileProgram, type Program } from '../../../sandbox/salesforce/apex/run/program.ts';
import { readSource } from '../../../sandbox/salesforce/apex/syntax/read-source.ts';
import { InMemoryOrg, type InMemoryOrgOptions } from '../../../sandbox/salesforce/org/in-memory-org.ts';
import { readMetadataFolder } from '../../../sandbox/salesforce/org/schema/metadata-files.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const engineFolder = path.join(root, 'salesforce', 'engine');
const appFolder = path.join(root, 'salesforce', 'app');

/** The package's own Apex and an org with its objects. */
export type AppProgram = { readonly org: InMemoryOrg; readonly program: Program };

/** Every folder of the package that holds Apex: the engine's, then those of each capability. */
export function apexFolders(capabilities: readonly string[] = readdirSync(appFolder)): string[] {
  const ofApp = capabilities.flatMap((capability) =>
    ['classes', 'tests', 'triggers'].map((kind) => path.join(appFolder, capability, kind)),
  );
  const ofEngine = ['classes', 'tests'].map((kind) => path.join(engineFolder, kind));
  return [...ofEngine, ...ofApp];
}

/** Deploys engine and app into an empty org, which can have settings of its own: { businessHours: […] }. */
export function deployApp(
  folders: readonly string[] = apexFolders(),
  settings: Omit<InMemoryOrgOptions, 'files'> = {},
): AppProgram {
  // With the meta files of classes: what they say of versions decides the mode of queries and changes.
  const files = new Map([...readMetadataFolder(engineFolder), ...readMetadataFolder(appFolder)]);
  const org = new InMemoryOrg({ ...settings, files });
  const program = compileProgram(folders.flatMap(readApex), { org });
  if (program.problems.length > 0) {
    throw new Error(program.problems.map((each) => JSON.stringify(each)).join('\n'));
  }
  org.useTriggers(program);
  return { org, program };
}

function readApex(folder: string) {
  return namesIn(folder).flatMap((fileName) => {
    const kind = fileName.endsWith('.cls') ? 'class' : fileName.endsWith('.trigger') ? 'trigger' : null;
    if (kind === null) return [];
    const unit = readSource(readFileSync(path.join(folder, fileName), 'utf8'), fileName, kind);
    if (unit.kind === 'problems') throw new Error(`${fileName} does not parse: ${JSON.stringify(unit)}`);
    return [{ fileName, unit }];
  });
}

/** A capability need not have classes, tests and triggers all. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

export type AppTest = { readonly name: string; readonly run: () => string | null };

/** The app's Apex tests; each runs on what its class sets up and leaves nothing behind. It answers what went wrong, or null. */
export function appTests({ org, program }: AppProgram): AppTest[] {
  const classes = groupTests(program.testMethods()).filter((each) => !each.className.endsWith('Cases'));
  return classes.flatMap(({ className, setup, methods }) =>
    methods.map((name) => ({
      name: `${className}.${name}`,
      run: () => {
        const start = org.store.savepoint();
        try {
          for (const method of [...setup, name]) program.begin({ isTest: true }).call(className, method, []);
          return null;
        } catch (error) {
          const { message, stack } = describeFailure(error);
          return `${message}\n${stack}`;
        } finally {
          org.store.rollback(start);
        }
      },
    })),
  );
}
