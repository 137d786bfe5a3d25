import * as z from 'zod';
import { ruleOf } from '../component-types.ts';
import { write, type Part } from './gather-metadata.ts';

const packageSchema = z.object({ version: z.string(), dependencies: z.record(z.string(), z.string()) });

/** What HubSpot finds when it builds a part of the interface; everything else is in the bundle. */
const ofHubSpot = ['@hubspot/ui-extensions', 'react'];

/**
 * The package.json of each folder with code, by its path. The interface's dependencies are of the versions that it was written
 * and tested with; functions have none, for everything is in their bundle.
 *
 * @param interfacePackage the text of the package.json that names those versions
 */
export function packageFiles(parts: readonly Part[], interfacePackage: string): Map<string, string> {
  const { version, dependencies } = packageSchema.parse(JSON.parse(interfacePackage));
  const needed = Object.fromEntries(ofHubSpot.map((name) => [name, dependencies[name]]));
  const folders = new Map(parts.map(({ type }) => [ruleOf(type).folder, ruleOf(type).entry]));
  return new Map(
    [...folders]
      .filter(([, kind]) => kind !== null)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([folder, kind]) => {
        const name = `signalbox-${folder.split('/').at(-1)}`;
        const common = { name: name, version: version, private: true, license: 'Apache-2.0' };
        // HubSpot loads functions with require, so that they must not be modules of the other kind.
        const rest = kind === 'interface' ? { type: 'module', dependencies: needed } : { dependencies: {} };
        return [`src/${folder}/package.json`, write({ ...common, ...rest })];
      }),
  );
}
