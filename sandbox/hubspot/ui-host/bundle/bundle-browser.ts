import path from 'node:path';
import { build } from 'esbuild';

const browserFolder = path.join(import.meta.dirname, '..', 'browser');

/** The files that a browser loads, by name. */
export type BrowserFiles = {
  readonly 'page.js': string;
  readonly 'page.css': string;
  readonly 'worker.js': string;
  readonly 'embed.js': string;
};

let bundled: Promise<BrowserFiles> | null = null;

/** Compiles the host's own page, worker and style; once for each process. */
export function bundleBrowser(): Promise<BrowserFiles> {
  bundled ??= bundleNow();
  return bundled;
}

async function bundleNow(): Promise<BrowserFiles> {
  const [page, style, worker, embed] = await Promise.all([
    bundleOne('page/main.tsx', 'production'),
    bundleOne('style/page.css', 'production'),
    // React's development build: it tells of missing keys and wrong props, and tests want to know.
    bundleOne('worker/main.ts', 'development'),
    bundleOne('page/embed.ts', 'production'),
  ]);
  return { 'page.js': page, 'page.css': style, 'worker.js': worker, 'embed.js': embed };
}

async function bundleOne(entry: string, mode: 'production' | 'development'): Promise<string> {
  const result = await build({
    entryPoints: [path.join(browserFolder, entry)],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    charset: 'utf8',
    minify: mode === 'production',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': JSON.stringify(mode) },
    logLevel: 'silent',
  });
  return result.outputFiles[0]!.text;
}
