import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from './compile.ts';
import { printDiagnostic } from './diagnostics.ts';
import { engineFiles, engineFolder } from './engine-files.ts';
import { readEngine, root } from './read-program.ts';

const help = `Compiles core/src/decide to the Apex classes in ${engineFolder}.

  npm run compile              writes the classes that changed and removes those without a source
  npm run compile -- --check   writes nothing; exits 1 when a class differs from what its source compiles to

Anything outside the subset of docs/subset.md is listed with its place and what to do; then nothing is written.
`;

const [flag, ...rest] = process.argv.slice(2);
if (flag === '--help' || flag === '-h') {
  console.log(help);
} else if (rest.length > 0 || (flag !== undefined && flag !== '--check')) {
  console.error(`APX900: "${[flag, ...rest].join(' ')}" is not understood.\n  Next: npm run compile -- --help`);
  process.exitCode = 2;
} else {
  run(flag === '--check');
}

function run(isCheck: boolean): void {
  const { program, modules } = readEngine();
  const { classes, diagnostics } = compile(program, modules, root);
  for (const each of diagnostics) console.error(printDiagnostic(each));
  if (diagnostics.length > 0) {
    console.error(`APX901: nothing was compiled: ${diagnostics.length} problems.\n  Next: mend the lines above.`);
    process.exitCode = 1;
    return;
  }
  const folder = path.join(root, engineFolder);
  const wanted = engineFiles(classes);
  const present = existsSync(folder) ? readdirSync(folder) : [];
  const isChanged = (file: string): boolean =>
    !present.includes(file) || readFileSync(path.join(folder, file), 'utf8') !== wanted.get(file);
  const changed = [...wanted.keys()].filter(isChanged);
  const orphaned = present.filter((file) => !wanted.has(file));
  if (isCheck) return reportDrift(changed, orphaned, classes.length);
  mkdirSync(folder, { recursive: true });
  for (const file of changed) writeFileSync(path.join(folder, file), wanted.get(file)!);
  for (const file of orphaned) rmSync(path.join(folder, file));
  console.log(`${classes.length} modules compiled: ${changed.length} files written, ${orphaned.length} removed.`);
}

function reportDrift(changed: readonly string[], orphaned: readonly string[], count: number): void {
  if (changed.length + orphaned.length === 0) {
    console.log(`${count} modules: ${engineFolder} is what they compile to.`);
    return;
  }
  for (const file of changed) console.error(`${engineFolder}/${file} differs from what its source compiles to`);
  for (const file of orphaned) console.error(`${engineFolder}/${file} has no source`);
  console.error(
    'APX902: the compiled engine has drifted from its source.\n  Next: npm run compile, and commit the result.',
  );
  process.exitCode = 1;
}
