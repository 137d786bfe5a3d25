import path from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages } from './install-packages.ts';
import { LightningFailure } from './lightning-failure.ts';
import { findComponentsOf, testComponents, testPackages } from './test-components.ts';

const help = `Tests the Lightning web components, without an org.

  npm run check:lightning -- [options]

Runs the Jest tests beside the components of every package directory, with Salesforce's own settings.

Options
  --project FOLDER   one with an sfdx-project.json (this repository)
  --install          only install the packages, also those for pages in a browser
  --help

Ends with 0 when all tests passed, with 1 when one did not or a component has none.`;

const options = {
  project: { type: 'string', default: path.join(import.meta.dirname, '..', '..', '..') },
  install: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false, short: 'h' },
} as const;

try {
  const { values } = parseArgs({ options });
  if (values.help) console.log(help);
  else if (values.install) [testPackages, import.meta.dirname].forEach((folder) => installPackages(folder));
  else process.exitCode = run(path.resolve(values.project)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof LightningFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function run(project: string): boolean {
  const count = findComponentsOf(project).length;
  if (count === 0) {
    console.log('There is no Lightning web component in the package directories, so none was tested.');
    return true;
  }
  installPackages(testPackages);
  const passed = testComponents(project);
  console.log(`${count} Lightning web components: ${passed ? 'every test passed' : 'a test failed'}`);
  return passed;
}
