import path from 'node:path';
import { baseModules, basePackage, scopedModules, userModules } from './base-modules.ts';
import { compilerSettings, loadRollup, packagesRoot, type Plugin } from './rollup-packages.ts';

/**
 * Bundles LWC and every base component, each under its own name, so that a page loads only what it uses and a change
 * of our own components does not compile them again.
 */
export async function bundleBase({ folder }: { folder: string }): Promise<void> {
  const { rollup, lwc, nodeResolve, replace } = await loadRollup();
  const input: Record<string, string> = { lwc: 'lwc', '@lwc/synthetic-shadow': '@lwc/synthetic-shadow' };
  for (const name of baseModules()) input[`lightning/${name}`] = `lightning/${name}`;
  const scoped = scopedModules();
  for (const name of scoped.keys()) input[name] = name;
  const build = await rollup({
    input,
    plugins: [
      resolveBase(scoped),
      lwc({
        rootDir: basePackage,
        modules: [{ npm: 'lightning-base-components' }],

        ...compilerSettings,
        // Base components may use what the platform keeps from those of others.
        enableSyntheticElementInternals: true,
      }),
      nodeResolve({ rootDir: packagesRoot }),
      // The engine asks which of both it is, and stops in a browser that has no answer.
      replace({
        preventAssignment: true,
        values: { 'process.env.NODE_ENV': '"development"', 'import.meta.env.SSR': 'false' },
      }),
    ],
    onwarn: (warning) => {
      if (warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
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

function resolveBase(scoped: ReadonlyMap<string, string>): Plugin {
  return {
    name: 'signalbox-base',
    resolveId: (id, importer) => {
      if (id === 'force/navigation') return { id: 'lightning/navigation', external: true };
      if (Object.hasOwn(userModules, id)) return `\0${id}`;
      // What a page asks for has no importer, and the compiler's plugin leaves it to others.
      const file = importer === undefined ? scoped.get(id) : undefined;
      if (file !== undefined) return file;
      if (importer !== undefined || !id.startsWith('lightning/')) return null;
      return path.join(basePackage, 'src', id, `${path.basename(id)}.js`);
    },
    load: (id) => {
      const property = id.startsWith('\0') ? userModules[id.slice(1)] : undefined;
      return property === undefined ? null : `export default globalThis.lightningHost.user.${property};`;
    },
  };
}
