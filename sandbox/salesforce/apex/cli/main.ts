import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { defaultTreeFolder } from '../syntax/keep-trees.ts';

// Before anything large is loaded: Node then keeps its own compiled form of the runtime.
enableCompileCache(path.join(defaultTreeFolder, 'node'));
const { runCommand } = await import('./run-command.ts');
process.exitCode = await runCommand(process.argv.slice(2), {
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
});
