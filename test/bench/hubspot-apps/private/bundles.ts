import { mkdirSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { functionBundling } from '../../../../hubspot/functions/bundling/function-bundling.ts';

const functions = path.join(import.meta.dirname, '../../../../hubspot/functions/entries');

/** Functions as they are uploaded, and the one that decides cases. */
export const entries = {
  ui: path.join(functions, 'ui.ts'),
  action: path.join(functions, 'action.ts'),
  endpoint: path.join(functions, 'endpoint.ts'),
  cases: path.join(import.meta.dirname, '../decide-case-entry.ts'),
} as const;

export type EntryName = keyof typeof entries;

/** Builds a function into a folder; its file and size. */
export async function buildEntry(name: EntryName, folder: string): Promise<{ file: string; bytes: number }> {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${name}.cjs`);
  const { metafile } = await esbuild.build({
    ...functionBundling,
    entryPoints: [entries[name]],
    outfile: file,
    metafile: true,
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
    tsconfigRaw: {},
  });
  return { file, bytes: Object.values(metafile.outputs)[0]!.bytes };
}
