import { existsSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { functionBundling } from '../../functions/bundling/function-bundling.ts';
import { ProjectFailure } from '../project-failure.ts';
import type { Edition, Sources } from './editions.ts';
import { packageFolder } from './license-file.ts';

/** One file of code, whole. */
export type Bundle = {
  /** Below the project's folder. */
  readonly file: string;
  readonly text: string;
  readonly bytes: number;
  /** What takes most of it: packages and folders of ours with their bytes, largest first. */
  readonly largest: readonly { readonly name: string; readonly bytes: number }[];
  /** Folders of the packages of which something is in it, below the root of the repository. */
  readonly packages: readonly string[];
};

const inject = [path.join(import.meta.dirname, 'older-engines.js')];

/**
 * Bundles a part of the interface: one module with everything in it, but for React and HubSpot's own packages, which HubSpot
 * puts in. HubSpot minifies it when it builds, so that it stays readable here.
 *
 * @param entry below src, such as app/cards/score-card.js
 */
export function bundleInterface(sources: Sources, edition: Edition, entry: string): Promise<Bundle> {
  const source = requireEntry(sources, sources.interfaces, entry, ['.tsx', '.ts']);
  return bundle(sources, edition, entry, source, {
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2020',
    jsx: 'automatic',
    // HubSpot runs the parts of an interface where there is no Node; what imports a part of Node must not be built.
    external: ['react', 'react/*', '@hubspot/ui-extensions', '@hubspot/ui-extensions/*', '@remote-ui/*'],
    // Makes the branches of the other edition disappear, and the code behind them.
    minifySyntax: true,
  });
}

/** Bundles a function: one CommonJS file with everything in it. With whole names the largest would pass a megabyte. */
export function bundleFunction(sources: Sources, edition: Edition, entry: string): Promise<Bundle> {
  const source = requireEntry(sources, sources.functions, entry, ['.ts']);
  return bundle(sources, edition, entry, source, {
    ...functionBundling,
    // Some packages wrap their CommonJS so that no bundler can follow it.
    mainFields: ['module', 'main'],
  });
}

function requireEntry(sources: Sources, folder: string, entry: string, endings: readonly string[]): string {
  const name = path.posix.basename(entry, '.js');
  const file = endings.map((ending) => path.join(folder, `${name}${ending}`)).find((each) => existsSync(each));
  if (file !== undefined) return file;
  const wanted = path.join(path.relative(sources.root, folder), `${name}${endings[0]}`);
  throw new ProjectFailure(
    'HSB010',
    `${entry} cannot be built: there is no ${wanted}.`,
    'Write it, or name another entry point in the metadata. Nothing was built.',
  );
}

async function bundle(
  sources: Sources,
  edition: Edition,
  entry: string,
  source: string,
  options: esbuild.BuildOptions,
): Promise<Bundle> {
  const file = `src/${entry}`;
  const from = path.relative(sources.root, source).split(path.sep).join('/');
  const result = await esbuild
    .build({
      ...options,
      entryPoints: [source],
      absWorkingDir: sources.root,
      outfile: path.join(sources.root, 'out', file),
      bundle: true,
      write: false,
      metafile: true,
      inject: inject,
      define: { SIGNALBOX_EDITION: JSON.stringify(edition) },
      banner: { js: `// Signalbox, ${edition} edition. Built from ${from}: changes belong there.` },
      charset: 'ascii',
      legalComments: 'none',
      logLevel: 'silent',
      // A file of settings anywhere above must not change what is built.
      tsconfigRaw: {},
    })
    .catch((error: unknown) => {
      throw new ProjectFailure(
        'HSB011',
        `${from} cannot be bundled.\n${problemsOf(error)}`,
        'Mend it. Nothing was built.',
      );
    });
  const [output] = Object.values(result.metafile.outputs);
  return {
    file: file,
    text: result.outputFiles[0]!.text,
    bytes: output!.bytes,
    largest: largestOf(output!.inputs),
    packages: packagesOf(output!.inputs),
  };
}

function problemsOf(error: unknown): string {
  const { errors } = error as Partial<esbuild.BuildFailure>;
  if (errors === undefined) throw error;
  return errors
    .map(({ text, location }) => `  ${location === null ? '' : `${location.file}:${location.line} `}${text}`)
    .join('\n');
}

type Inputs = esbuild.Metafile['outputs'][string]['inputs'];

function largestOf(inputs: Inputs): Bundle['largest'] {
  const sums = new Map<string, number>();
  for (const [file, { bytesInOutput }] of Object.entries(inputs)) {
    const name = groupOf(file);
    sums.set(name, (sums.get(name) ?? 0) + bytesInOutput);
  }
  return [...sums]
    .map(([name, bytes]) => ({ name, bytes }))
    .sort((one, other) => other.bytes - one.bytes || (one.name < other.name ? -1 : 1))
    .slice(0, 3);
}

function packagesOf(inputs: Inputs): string[] {
  const used = Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const folders = used.map(([file]) => packageFolder(file)).filter((folder) => folder !== null);
  return [...new Set(folders)].sort();
}

/** groupOf('node_modules/zod/v4/core/api.js') → 'zod'; groupOf('hubspot/ui/words/points.ts') → 'hubspot/ui' */
function groupOf(file: string): string {
  const folder = packageFolder(file);
  return (
    folder?.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length) ?? file.split('/').slice(0, 2).join('/')
  );
}
