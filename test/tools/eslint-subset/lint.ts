import { Linter } from 'eslint';
import ts from 'typescript';
import typescript from 'typescript-eslint';
import { subsetPlugin } from '../../../tools/eslint-subset/plugin.ts';
import { subsetRules } from '../../../tools/eslint-subset/rules.ts';

const folder = '/virtual/core/src/decide/score';
const numbers = `export type Int = number & { readonly int?: 'int' };
export type Long = number & { readonly long?: 'long' };
export function quotient(dividend: Int, divisor: Int): Int { return dividend; }
`;
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2024,
  module: ts.ModuleKind.ESNext,
  strict: true,
  noUncheckedIndexedAccess: true,
  types: [],
};

// The standard library is parsed once for all examples.
const host = ts.createCompilerHost(options);
const library = new Map<string, ts.SourceFile | undefined>();
let previous: ts.Program | undefined;

/** The codes that one source file of the engine is rejected with, without repetition. */
export function codesOf(source: string, name = 'example.ts'): string[] {
  return [...new Set(messagesOf(source, name).map((message) => message.split(':')[0] ?? ''))].sort();
}

export function messagesOf(source: string, name = 'example.ts'): string[] {
  const file = `${folder}/${name}`;
  const linter = new Linter({ configType: 'flat', cwd: '/virtual' });
  const found = linter.verify(
    source,
    {
      files: ['**/*.ts'],
      plugins: { subset: subsetPlugin as never },
      languageOptions: {
        parser: typescript.parser,
        parserOptions: { programs: [programOf(file, source)] },
      },
      rules: Object.fromEntries(subsetRules.map((rule) => [`subset/${rule.name}`, 'error'])),
    },
    { filename: file },
  );
  return found.map((each) => each.message);
}

function programOf(file: string, source: string): ts.Program {
  const files = new Map([
    [file, source],
    ['/virtual/core/src/decide/model/number.ts', numbers],
  ]);
  const example = new Map<string, ts.SourceFile>();
  const virtual: ts.CompilerHost = {
    ...host,
    directoryExists: () => true,
    fileExists: (path) => files.has(path) || host.fileExists(path),
    readFile: (path) => files.get(path) ?? host.readFile(path),
    getSourceFile: (path, language) => {
      const text = files.get(path);
      if (text !== undefined) {
        const parsed = example.get(path) ?? ts.createSourceFile(path, text, language, true);
        example.set(path, parsed);
        return parsed;
      }
      if (!library.has(path)) library.set(path, host.getSourceFile(path, language));
      return library.get(path);
    },
  };
  previous = ts.createProgram(
    [...files.keys()],
    { ...options, allowImportingTsExtensions: true, noEmit: true },
    virtual,
    previous,
  );
  return previous;
}
