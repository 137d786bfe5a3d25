import { createRequire } from 'node:module';
import path from 'node:path';

// What is used of rollup and its plugins. They are installed beside this only where components are shown, so their
// own types are not there when the project is type-checked.
export type Plugin = {
  name: string;
  resolveId?: (id: string, importer: string | undefined) => string | { id: string; external: boolean } | null;
  load?: (id: string) => string | null;
};
export type Log = {
  code?: string;
  message: string;
  loc?: { file?: string; line: number };
  id?: string;
  location?: { line: number };
};
export type Options = {
  input: Record<string, string>;
  plugins: unknown[];
  onwarn: (warning: Log) => void;
};
type Output = { dir: string; format: 'es'; entryFileNames: string; chunkFileNames: string };
type Build = { write(output: Output): Promise<unknown>; close(): Promise<void> };
type Packages = {
  rollup: (options: Options) => Promise<Build>;
  lwc: (options: object) => unknown;
  nodeResolve: (options: object) => unknown;
  replace: (options: object) => unknown;
};

/** The root of the packages. */
export const packagesRoot = path.join(import.meta.dirname, '..');

/** Loads rollup and the plugins that every bundle needs. Example: `(await loadRollup()).rollup({ … })`. */
export async function loadRollup(): Promise<Packages> {
  const require = createRequire(path.join(packagesRoot, 'package.json'));
  const load = async (name: string): Promise<Record<string, unknown>> =>
    (await import(require.resolve(name))) as Record<string, unknown>;
  const { rollup } = require('rollup') as Pick<Packages, 'rollup'>;
  const { default: lwc } = (await load('@lwc/rollup-plugin')) as { default: Packages['lwc'] };
  const { nodeResolve } = (await load('@rollup/plugin-node-resolve')) as Pick<Packages, 'nodeResolve'>;
  const replace = require('@rollup/plugin-replace') as Packages['replace'];
  return { rollup, lwc, nodeResolve, replace };
}

/** What the compiler of the platform does for API 65.0. */
export const compilerSettings = { enableDynamicComponents: true, apiVersion: 65 };
