import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { caseFiles, casesClassFolder } from '../../../salesforce/cases/case-files.ts';
import { compile } from '../../../salesforce/compiler/compile.ts';
import { engineFiles, engineFolder } from '../../../salesforce/compiler/engine-files.ts';
import { readEngine, root } from '../../../salesforce/compiler/read-program.ts';

/** The files that are not what their source compiles to: changed, missing or left over. */
function findDrift(folder: string, wanted: ReadonlyMap<string, string>): string[] {
  const present = readdirSync(path.join(root, folder));
  const changed = [...wanted].filter(([file, text]) => {
    return !present.includes(file) || readFileSync(path.join(root, folder, file), 'utf8') !== text;
  });
  return [...changed.map(([file]) => file), ...present.filter((file) => !wanted.has(file))];
}

describe('the Apex that is checked in is what its source compiles to', () => {
  const { program, modules } = readEngine();
  const { classes, diagnostics } = compile(program, modules, root);

  test('the whole engine is inside the subset', () => {
    expect(diagnostics).toEqual([]);
    expect(classes.length).toBeGreaterThan(80);
  });

  test('every class of the engine', () => {
    expect(findDrift(engineFolder, engineFiles(classes))).toEqual([]);
  });

  test('every class of cases', () => {
    expect(findDrift(casesClassFolder, caseFiles(classes))).toEqual([]);
  });

  test('a class that was edited by hand is found', () => {
    const files = engineFiles(classes);
    const [first] = files.keys();
    expect(findDrift(engineFolder, new Map(files).set(first!, '// edited'))).toEqual([first]);
  });
});
