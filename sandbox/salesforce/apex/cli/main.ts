import { enableCompileCache, registerHooks } from 'node:module';
import path from 'node:path';
import { defaultTreeFolder } from '../syntax/keep-trees.ts';

// Before anything large is loaded: Node then keeps its own compiled form of the runtime.
enableCompileCache(path.join(defaultTreeFolder, 'node'));
// The runtime is many small files that name each other with their suffix, so nothing has to be looked for: this halves the
// time that loading them takes.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier.startsWith('.') && specifier.endsWith('.ts') && context.parentURL !== undefined
      ? { url: new URL(specifier, context.parentURL).href, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
});
const { runCommand } = await import('./run-command.ts');
process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
