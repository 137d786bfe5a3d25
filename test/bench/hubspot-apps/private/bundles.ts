import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { functionBundling } from '../../../../hubspot/functions/bundling/function-bundling.ts';
import { buildProject } from '../../../../sandbox/hubspot/edition/build-project.ts';

export const functionNames = ['ui', 'action', 'endpoint'] as const;

export type FunctionName = (typeof functionNames)[number];

/** A function's file and its size. */
export type FunctionFile = { readonly file: string; readonly bytes: number };

const casesEntry = path.join(import.meta.dirname, '../decide-case-entry.ts');
const fixtures = path.join(import.meta.dirname, '../../../cases/fixtures.ts');

/** Builds the project that is uploaded, and names the functions in it. */
export async function buildFunctions(folder: string): Promise<Readonly<Record<FunctionName, FunctionFile>>> {
  await buildProject('private', folder);
  const fileOf = (name: FunctionName): FunctionFile => {
    const file = path.join(folder, 'src', 'app', 'functions', `${name}.js`);
    return { file, bytes: statSync(file).size };
  };
  return { ui: fileOf('ui'), action: fileOf('action'), endpoint: fileOf('endpoint') };
}

/** Builds the function of the cases, which is no part of the app, as those of the app are; its file. */
export async function buildCases(folder: string): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, 'cases.cjs');
  await esbuild.build({
    ...functionBundling,
    entryPoints: [casesEntry],
    outfile: file,
    // Cases name fixtures, which are read from beside the cases and not from beside the bundle.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(fixtures).href) },
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
    tsconfigRaw: {},
  });
  return file;
}
