import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** The repository's root, wherever a command is started. */
export const root = path.join(import.meta.dirname, '..', '..');

/** The engine's modules as a TypeScript program. */
export type EngineProgram = { readonly program: ts.Program; readonly modules: readonly ts.SourceFile[] };

/**
 * Reads the engine with the repository's own compiler options. `overlay` gives modules another text, or adds some, by their
 * path from the root; with `only`, the program is made of those and what they import.
 */
export function readEngine(
  overlay: ReadonlyMap<string, string> = new Map(),
  only: readonly string[] | null = null,
): EngineProgram {
  const config = ts.readConfigFile(path.join(root, 'tsconfig.json'), (file) => readFileSync(file, 'utf8'));
  const { options: own } = ts.parseJsonConfigFileContent({ ...config.config, include: [], files: [] }, ts.sys, root);
  // What is merely unused is the linter's affair, and what falls through is ours.
  const options: ts.CompilerOptions = {
    ...own,
    noUnusedLocals: false,
    noUnusedParameters: false,
    noFallthroughCasesInSwitch: false,
    noEmit: true,
    types: [],
  };
  const texts = new Map([...overlay].map(([file, text]) => [path.join(root, file), text]));
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const fileExists = host.fileExists.bind(host);
  host.readFile = (file) => texts.get(path.normalize(file)) ?? readFile(file);
  host.fileExists = (file) => texts.has(path.normalize(file)) || fileExists(file);
  const files = only?.map((file) => path.join(root, file)) ?? [...engineFiles(), ...texts.keys()];
  const program = ts.createProgram([...new Set(files)], options, host);
  const modules = program.getSourceFiles().filter((each) => each.fileName.includes('/core/src/decide/'));
  return { program, modules };
}

function engineFiles(): string[] {
  const folder = path.join(root, 'core', 'src', 'decide');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file));
}
