import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { buildPlugin, checkTypes, writeSchemas } from './build-plugin.ts';
import { installPackages } from './install-packages.ts';

const help = `Runs the commands of the sf plugin from this repository, as "sf" would.

  npm run sf -- signalbox policy pull --target-org ORG --file policy.json

Options that stand alone
  --install   only install the packages
  --bundle    only bundle the commands into lib
  --build     bundle the commands and check their types
  --schemas   write the schemas of what commands give with --json
  --help

The org has to be one that the Salesforce CLI is logged in to.`;

const args = process.argv.slice(2);

process.exitCode = await run();

async function run(): Promise<number> {
  if (args.length === 0 || args[0] === '--help') {
    console.log(help);
    return 0;
  }
  const cause = installPackages();
  if (cause !== null) {
    console.error(
      `SFP016: The packages of the sf plugin are not installed: ${cause}.\n  Next: Run "npm ci" in salesforce/plugin.`,
    );
    return 1;
  }
  if (args[0] === '--install') return 0;
  await buildPlugin();
  if (args[0] === '--bundle') return 0;
  if (args[0] === '--build') return checkTypes() ? 0 : 1;
  if (args[0] === '--schemas') {
    writeSchemas();
    return 0;
  }
  const program = path.join(import.meta.dirname, 'bin', 'run.js');
  return spawnSync(process.execPath, [program, ...args], { stdio: 'inherit' }).status ?? 1;
}
