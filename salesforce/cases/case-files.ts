import { readFileSync } from 'node:fs';
import path from 'node:path';
import { casesFolder } from '../../test/cases/fixtures.ts';
import { readTopics, type Topic } from '../../test/cases/topics.ts';
import type { CompiledClass } from '../compiler/compile.ts';
import { describeClass, headerOf } from '../compiler/engine-files.ts';
import { classNameOf } from '../compiler/names/class-names.ts';
import { EngineFunctions } from './engine-functions.ts';
import { FixtureTexts, fixturesClass } from './fixture-texts.ts';
import { printCase, referToFixtures } from './print-case.ts';

/** Where the classes of cases stand, from the root of the repository. */
export const casesClassFolder = 'salesforce/engine/tests';

/** The cases of test/cases as test classes, by file name: one for each topic, the fixtures, and what they share. */
export function caseFiles(classes: readonly CompiledClass[]): Map<string, string> {
  const functions = new EngineFunctions(classes);
  const fixtures = new FixtureTexts();
  referToFixtures(fixtures);
  const files = new Map<string, string>();
  for (const { file, topic } of readTopics()) {
    const className = `${classNameOf(file.replace(/\.json$/, '.ts'))}Cases`;
    const source = readFileSync(path.join(casesFolder, file), 'utf8');
    files.set(
      `${className}.cls`,
      headerOf(`test/cases/${file}`, source) + printTopic(topic, className, functions, fixtures),
    );
  }
  const shared = readFileSync(path.join(import.meta.dirname, 'SbxCases.cls'), 'utf8');
  files.set('SbxCases.cls', headerOf('salesforce/cases/SbxCases.cls', shared) + shared);
  const texts = fixtures.print();
  files.set(`${fixturesClass}.cls`, headerOf('test/cases/fixtures', texts) + texts);
  for (const file of [...files.keys()]) files.set(`${file}-meta.xml`, describeClass());
  return files;
}

function printTopic(topic: Topic, className: string, functions: EngineFunctions, fixtures: FixtureTexts): string {
  const taken = new Set<string>();
  const methods = topic.cases.map((one) =>
    printCase(one, methodNameOf(one.name, taken), className, functions, fixtures),
  );
  return [
    `/** The cases of "${topic.topic}": the contract that every implementation of the engine signs. */`,
    '@IsTest(IsParallel=true)',
    `private class ${className} {`,
    methods.join('\n\n'),
    '}',
    '',
  ].join('\n');
}

/** "a rep back from leave" → aRepBackFromLeave. Apex ignores case, so a number keeps equal names apart. */
function methodNameOf(name: string, taken: Set<string>): string {
  const words = name.match(/[a-zA-Z0-9]+/g) ?? ['case'];
  const joined = words.map((word, place) => (place === 0 ? word.toLowerCase() : capital(word))).join('');
  const base = (/^[0-9]/.test(joined) ? `case${joined}` : joined).slice(0, 240);
  let unique = base;
  for (let count = 2; taken.has(unique.toLowerCase()); count += 1) unique = `${base}${count}`;
  taken.add(unique.toLowerCase());
  return unique;
}

function capital(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`;
}
