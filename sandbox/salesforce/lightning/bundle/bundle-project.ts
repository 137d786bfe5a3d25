import path from 'node:path';
import { loadRollup, compilerSettings, packagesRoot } from './rollup-packages.ts';
import { resolvePlatform } from './resolve-platform.ts';

type ProjectTask = { folder: string; modules: string; names: string[]; labels: Record<string, string> };

/** Bundles the components of the project, each as a module; what the platform gives them stays an import. */
export async function bundleProject({ folder, modules, names, labels }: ProjectTask): Promise<void> {
  const { rollup, lwc, nodeResolve } = await loadRollup();
  const build = await rollup({
    input: Object.fromEntries(names.map((name) => [name, path.join(modules, 'c', name, `${name}.js`)])),
    plugins: [
      resolvePlatform(modules, labels),
      lwc({ rootDir: modules, modules: [{ dir: modules }], ...compilerSettings }),
      nodeResolve({ rootDir: packagesRoot }),
    ],
    onwarn: (warning) => {
      if (warning.code !== 'CIRCULAR_DEPENDENCY') throw Object.assign(new Error(warning.message), warning);
    },
  });
  await build.write({
    dir: folder,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
  });
  await build.close();
}
