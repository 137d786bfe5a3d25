import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * The script that `uie build` writes of an entry, minified as for an upload. The command itself first installs packages from a
 * registry; this is the step after that, in a process of its own.
 */
export function buildWithUie(entry: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-uie-'));
  const given = { root: path.dirname(entry), entryPoint: path.basename(entry), outputDir: folder, logLevel: 'error' };
  const program = `import { remoteBuild } from '@hubspot/ui-extensions-dev-server'; await remoteBuild(${JSON.stringify(given)});`;
  execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    cwd: path.join(import.meta.dirname, '..', '..', '..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return path.join(folder, `${path.parse(entry).name}.js`);
}
