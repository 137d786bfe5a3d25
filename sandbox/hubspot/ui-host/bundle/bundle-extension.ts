import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { build, type BuildFailure, type Plugin } from 'esbuild';
import { UiHostError } from '../ports/ui-host-error.ts';
import type { ExtensionSource } from '../ports/ui-frame.ts';

/** An extension's script, and the files that it was made of. */
export type ExtensionBundle = { readonly script: string; readonly files: readonly string[] };

/**
 * The script of an extension, in the form HubSpot runs: one classic script that finds React and remote-ui among the globals.
 *
 * @throws UiHostError UIH001 no such file, UIH002 it does not compile
 */
export async function bundleExtension(source: ExtensionSource): Promise<ExtensionBundle> {
  const file = path.resolve(source.file);
  if (!(await isFile(file))) {
    throw new UiHostError('UIH001', `There is no file "${file}". Next: name the entry file or what "uie build" wrote.`);
  }
  if (source.kind === 'bundle') return { script: await readFile(file, 'utf8'), files: [file] };
  try {
    const result = await build({
      entryPoints: [file],
      absWorkingDir: path.dirname(file),
      bundle: true,
      write: false,
      metafile: true,
      format: 'iife',
      platform: 'browser',
      target: 'es2022',
      jsx: 'automatic',
      jsxDev: true,
      charset: 'utf8',
      sourcemap: 'inline',
      define: { 'process.env.NODE_ENV': '"development"' },
      loader: { '.png': 'dataurl', '.jpg': 'dataurl', '.gif': 'dataurl', '.svg': 'dataurl', '.webp': 'dataurl' },
      plugins: [globalsOfHost],
      logLevel: 'silent',
    });
    const inputs = Object.keys(result.metafile.inputs).map((each) => path.resolve(path.dirname(file), each));
    return { script: result.outputFiles[0]!.text, files: inputs.filter((each) => !each.includes('node_modules')) };
  } catch (error) {
    throw new UiHostError('UIH002', `"${file}" does not compile.\n${describeFailure(error)}`);
  }
}

/** The two packages that HubSpot provides itself, under the names that `uie build` gives them. */
const globalsOfHost: Plugin = {
  name: 'globals-of-host',
  setup(build) {
    const globals: Readonly<Record<string, string>> = { react: 'React', '@remote-ui/react': 'RemoteUI' };
    build.onResolve({ filter: /^(react|@remote-ui\/react)$/ }, ({ path: name }) => ({ path: name, namespace: 'host' }));
    build.onLoad({ filter: /.*/, namespace: 'host' }, ({ path: name }) => ({
      contents: `module.exports = globalThis.${globals[name]};`,
      loader: 'js',
    }));
  },
};

function describeFailure(error: unknown): string {
  const failure = error as Partial<BuildFailure>;
  if (failure.errors === undefined) return String(error);
  return failure.errors
    .map(({ text, location }) => `${location === null ? '' : `${location.file}:${location.line}: `}${text}`)
    .join('\n');
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (each) => each.isFile(),
    () => false,
  );
}
