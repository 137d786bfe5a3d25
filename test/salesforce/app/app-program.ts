import path from 'node:path';
import { groupTests } from '../../../sandbox/salesforce/apex/runner/group-tests.ts';
import { describeFailure } from '../../../sandbox/salesforce/apex/runner/describe-failure.ts';
import type { Program } from '../../../sandbox/salesforce/apex/run/program.ts';
import { InMemoryOrg } from '../../../sandbox/salesforce/org/in-memory-org.ts';
import { readMetadataFolder } from '../../../sandbox/salesforce/org/schema/metadata-files.ts';
import { compileClasses, readClasses } from '../../differential/decide-in-apex.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const classFolders = [
  'salesforce/engine/classes',
  'salesforce/engine/tests',
  'salesforce/app/policy-rows/classes',
  'salesforce/app/policy/classes',
  'salesforce/app/policy/tests',
];

/** The package's own Apex and an org with its objects. */
export type AppProgram = { readonly org: InMemoryOrg; readonly program: Program };

/** Deploys engine and app into an empty org. */
export function deployApp(): AppProgram {
  const org = new InMemoryOrg({ files: readMetadataFolder(path.join(root, 'salesforce', 'app')) });
  const program = compileClasses(new Map(classFolders.flatMap((folder) => [...readClasses(folder)])), org);
  org.useTriggers(program);
  return { org, program };
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
