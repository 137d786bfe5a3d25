import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { instrument } from './instrument.ts';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  allowImportingTsExtensions: true,
  noEmit: true,
  strict: true,
  noUncheckedIndexedAccess: true,
  types: [],
};

// Written by hand on each platform, with arithmetic of their own.
const intrinsics = new Set(['model/number.ts', 'model/text.ts']);
const runtimeName = 'checked-arithmetic.ts';

/** Copies a folder of TypeScript with each whole-number operation checked; answers how many checks it put in. */
export function buildChecked(sourceFolder: string, outputFolder: string): number {
  const names = readdirSync(sourceFolder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.split(path.sep).join('/'));
  const program = ts.createProgram(
    names.map((name) => path.join(sourceFolder, name)),
    options,
  );
  const checker = program.getTypeChecker();
  mkdirSync(outputFolder, { recursive: true });
  cpSync(fileURLToPath(new URL('./runtime.ts', import.meta.url)), path.join(outputFolder, runtimeName));

  let checks = 0;
  for (const name of names) {
    const output = path.join(outputFolder, name);
    mkdirSync(path.dirname(output), { recursive: true });
    const source = program.getSourceFile(path.join(sourceFolder, name));
    if (source === undefined)
      throw new Error(`ARI004: ${name} could not be read. Next: check that the file still exists.`);
    if (intrinsics.has(name)) {
      writeFileSync(output, source.text);
      continue;
    }
    const runtime = `${'../'.repeat(name.split('/').length - 1) || './'}${runtimeName}`;
    const result = instrument(checker, source, name, runtime);
    writeFileSync(output, result.text);
    checks += result.checks;
  }
  return checks;
}
