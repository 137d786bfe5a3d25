import { readFileSync } from 'node:fs';
import { ruleOf } from '../component-types.ts';
import type { ProjectFiles } from '../project-files.ts';
import { bundleFunction, bundleInterface, type Bundle } from './bundle.ts';
import type { BuildOptions } from './choose-parts.ts';
import type { CustomCode } from '../../functions/custom-code/build-custom-code.ts';
import { customCodeFiles, endpointUrlOf } from './custom-code-files.ts';
import { sourcesOf, type Sources } from './editions.ts';
import { gatherMetadata, type Gathered, type Part } from './gather-metadata.ts';
import { licenseFile } from './license-file.ts';
import { packageFiles } from './package-files.ts';

/** Code that need not be built again. */
export type MadeCode = {
  readonly bundles: Map<string, Promise<Bundle>>;
  readonly customCode: Map<string | null, Promise<CustomCode>>;
};

/** A project that can be uploaded. */
export type BuiltProject = {
  readonly options: BuildOptions;
  /** Every file by its path below the project's folder. */
  readonly files: ProjectFiles;
  readonly bundles: readonly Bundle[];
  readonly leftOut: Gathered['leftOut'];
  /** The step of a workflow, where the edition has one. */
  readonly customCode: CustomCode | null;
};

/**
 * Builds a project in memory. The same sources give the same bytes.
 *
 * @param made what was built before of the same edition and sources; what is new is added. What is asked for chooses from the
 *             code and never changes it
 * @throws ProjectFailure HSB003 to HSB011, of what was asked for or of the sources
 */
export async function buildProject(
  options: BuildOptions,
  sources: Sources = sourcesOf(options.edition),
  made: MadeCode = { bundles: new Map(), customCode: new Map() },
): Promise<BuiltProject> {
  const { files, parts, leftOut } = gatherMetadata(sources, options);
  const bundles = await Promise.all(
    entriesOf(parts).map(({ entry, bundle }) => {
      const known = made.bundles.get(entry) ?? bundle(sources, options.edition, entry);
      made.bundles.set(entry, known);
      return known;
    }),
  );
  const endpointUrl = endpointUrlOf(files, options.site);
  const customCode = await makeCustomCode(sources, endpointUrl, made);
  const step = customCode === null ? [] : customCodeFiles(customCode);
  const packages = packageFiles(parts, readFileSync(sources.interfacePackage, 'utf8'));
  const scripts = bundles.map(({ file, text }) => [file, text] as const);
  const folders = bundles.flatMap((bundle) => bundle.packages);
  const licenses = folders.length === 0 ? [] : [['licenses.txt', licenseFile(sources.root, folders)] as const];
  const all = [...files, ...packages, ...scripts, ...licenses, ...step].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  return { options: options, files: new Map(all), bundles: bundles, leftOut: leftOut, customCode: customCode };
}

async function makeCustomCode(
  sources: Sources,
  endpointUrl: string | null,
  made: MadeCode,
): Promise<CustomCode | null> {
  if (sources.customCode === null) return null;
  const known = made.customCode.get(endpointUrl) ?? sources.customCode(endpointUrl);
  made.customCode.set(endpointUrl, known);
  return known;
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
