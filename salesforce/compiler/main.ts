import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { caseFiles, casesClassFolder } from '../cases/case-files.ts';
import { learnFiles, learnFolder } from '../learn-module/learn-files.ts';
import { permissionFiles, permissionsFolder } from '../permissions/permission-files.ts';
import { rowFiles, rowsFolder } from '../policy-rows/row-files.ts';
import { starterFiles, starterFolder } from '../starter/starter-files.ts';
import { compile } from './compile.ts';
import { printDiagnostic } from './diagnostics.ts';
import { engineFiles, engineFolder } from './engine-files.ts';
import { readEngine, root } from './read-program.ts';

const help = `Compiles core/src/decide to the Apex classes in ${engineFolder}, test/cases to the test classes in
${casesClassFolder}, the table of a policy's rows to the objects in ${rowsFolder}, and the table of who may do what to
the permission sets in ${permissionsFolder}. What an installation begins with goes to ${starterFolder}, and core's learning,
bundled, to ${learnFolder}.

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
  const changes = [
    writeFolder(engineFolder, engineFiles(classes), isCheck),
    writeFolder(casesClassFolder, caseFiles(classes), isCheck),
    writeFolder(rowsFolder, rowFiles(), isCheck),
    writeFolder(permissionsFolder, permissionFiles(root), isCheck),
    writeFolder(starterFolder, starterFiles(root), isCheck),
    writeFolder(learnFolder, learnFiles(root), isCheck),
  ];
  const changed = changes.flatMap((each) => each.changed);
  const orphaned = changes.flatMap((each) => each.orphaned);
  if (isCheck) return reportDrift(changed, orphaned, classes.length);
  console.log(`${classes.length} modules compiled: ${changed.length} files written, ${orphaned.length} removed.`);
}

/** All but the tests of a component, which are written by hand and stand beside what they test. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => path.relative(folder, path.join(each.parentPath, each.name)).split(path.sep).join('/'))
    .filter((file) => !file.startsWith('__tests__/'));
}

/** Makes a folder hold exactly the wanted files, or only says what differs. */
function writeFolder(
  name: string,
  wanted: ReadonlyMap<string, string>,
  isCheck: boolean,
): { changed: string[]; orphaned: string[] } {
  const folder = path.join(root, name);
  const present = existsSync(folder) ? filesBelow(folder) : [];
  const isChanged = (file: string): boolean =>
    !present.includes(file) || readFileSync(path.join(folder, file), 'utf8') !== wanted.get(file);
  const changed = [...wanted.keys()].filter(isChanged);
  const orphaned = present.filter((file) => !wanted.has(file));
  if (!isCheck) {
    mkdirSync(folder, { recursive: true });
    for (const file of changed) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), wanted.get(file)!);
    }
    for (const file of orphaned) rmSync(path.join(folder, file));
  }
  const placed = (file: string): string => `${name}/${file}`;
  return { changed: changed.map(placed), orphaned: orphaned.map(placed) };
}

function reportDrift(changed: readonly string[], orphaned: readonly string[], count: number): void {
  if (changed.length + orphaned.length === 0) {
    console.log(`${count} modules and their cases: the Apex of salesforce/engine is what they compile to.`);
    return;
  }
  for (const file of changed) console.error(`${file} differs from what its source compiles to`);
  for (const file of orphaned) console.error(`${file} has no source`);
  console.error(
    'APX902: the compiled engine has drifted from its source.\n  Next: npm run compile, and commit the result.',
  );
  process.exitCode = 1;
}
