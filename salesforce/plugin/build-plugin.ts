import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { readTrainingStyle } from '../../core/src/author/learn/report/write-training-report.ts';
import { schemaFiles } from './src/results/result-schemas.ts';

const here = import.meta.dirname;
const root = path.join(here, '..', '..');
const library = path.join(here, 'lib');
const record = path.join(library, 'inputs.json');

/** The files that a build read, each with its hash: it is stale as soon as one of them differs. */
type Inputs = Readonly<Record<string, string>>;

/**
 * Bundles the commands into lib, with what they use of core in it. Packages stay imports: an installation has them.
 * Two builds at once are harmless, because each writes a folder of its own first.
 */
export async function buildPlugin(): Promise<void> {
  if (!isStale()) return;
  const draft = `${library}.${process.pid}`;
  const commands = globSync('src/commands/**/*.ts', { cwd: here }).sort();
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints: commands,
    outbase: 'src',
    outdir: draft,
    chunkNames: 'shared/[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    packages: 'external',
    metafile: true,
    logLevel: 'warning',
    define: { trainingStyle: JSON.stringify(await readTrainingStyle()) },
  });
  const styles = globSync('core/src/author/{report/page,learn/report}/style/*.css', { cwd: root });
  const inputFiles = [...Object.keys(metafile.inputs), ...commands, ...styles.map((file) => path.join(root, file))];
  const files = inputFiles.map((file) => path.resolve(here, file));
  const inputs = Object.fromEntries(
    [...new Set(files)].sort().map((file) => [path.relative(root, file), hashOf(file)]),
  );
  writeFileSync(
    path.join(draft, 'inputs.json'),
    `${JSON.stringify({ ...inputs, commands: commands.join(' ') }, null, 2)}\n`,
  );
  rmSync(library, { recursive: true, force: true });
  try {
    renameSync(draft, library);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Somebody else was a moment faster with the same build.
    if (!existsSync(record)) throw error;
  }
}

/** Type-checks the plugin with its commands. Answers whether it is clean; what is wrong was printed. */
export function checkTypes(): boolean {
  const compiler = path.join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  return spawnSync(process.execPath, [compiler, '--project', here], { stdio: 'inherit' }).status === 0;
}

/** Writes the schemas of what commands give with --json. */
export function writeSchemas(): void {
  for (const [name, text] of schemaFiles()) writeFileSync(path.join(here, 'schemas', name), text);
}

function isStale(): boolean {
  if (!existsSync(record)) return true;
  const { commands, ...inputs } = JSON.parse(readFileSync(record, 'utf8')) as Inputs;
  if (commands !== globSync('src/commands/**/*.ts', { cwd: here }).sort().join(' ')) return true;
  return Object.entries(inputs).some(([file, hash]) => {
    const whole = path.join(root, file);
    return !existsSync(whole) || hashOf(whole) !== hash;
  });
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
