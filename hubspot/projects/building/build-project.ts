import { readFileSync } from 'node:fs';
import { ruleOf } from '../component-types.ts';
import type { ProjectFiles } from '../project-files.ts';
import { bundleFunction, bundleInterface, type Bundle } from './bundle.ts';
import type { BuildOptions } from './choose-parts.ts';
import { sourcesOf, type Sources } from './editions.ts';
import { gatherMetadata, type Gathered, type Part } from './gather-metadata.ts';
import { licenseFile } from './license-file.ts';
import { packageFiles } from './package-files.ts';

/** A project that can be uploaded. */
export type BuiltProject = {
  readonly options: BuildOptions;
  /** Every file by its path below the project's folder. */
  readonly files: ProjectFiles;
  readonly bundles: readonly Bundle[];
  readonly leftOut: Gathered['leftOut'];
};

/**
 * Builds a project in memory. The same sources give the same bytes.
 *
 * @param made bundles of the same edition and sources that were made before; new ones are added. What is asked for changes which
 *             of them are taken, and never what is in them
 * @throws ProjectFailure HSB003 to HSB011, of what was asked for or of the sources
 */
export async function buildProject(
  options: BuildOptions,
  sources: Sources = sourcesOf(options.edition),
  made: Map<string, Promise<Bundle>> = new Map(),
): Promise<BuiltProject> {
  const { files, parts, leftOut } = gatherMetadata(sources, options);
  const bundles = await Promise.all(
    entriesOf(parts).map(({ entry, bundle }) => {
      const known = made.get(entry) ?? bundle(sources, options.edition, entry);
      made.set(entry, known);
      return known;
    }),
  );
  const packages = packageFiles(parts, readFileSync(sources.interfacePackage, 'utf8'));
  const scripts = bundles.map(({ file, text }) => [file, text] as const);
  const folders = bundles.flatMap((bundle) => bundle.packages);
  const licenses = folders.length === 0 ? [] : [['licenses.txt', licenseFile(sources.root, folders)] as const];
  const all = [...files, ...packages, ...scripts, ...licenses].sort(([one], [other]) => (one < other ? -1 : 1));
  return { options: options, files: new Map(all), bundles: bundles, leftOut: leftOut };
}

/** Several components may have one entry point. */
function entriesOf(parts: readonly Part[]): { entry: string; bundle: typeof bundleInterface }[] {
  const entries = new Map(
    parts.flatMap(({ entry, type }) =>
      entry === null ? [] : [[entry, ruleOf(type).entry === 'function' ? bundleFunction : bundleInterface] as const],
    ),
  );
  return [...entries]
    .map(([entry, bundle]) => ({ entry, bundle }))
    .sort((one, other) => (one.entry < other.entry ? -1 : 1));
}
