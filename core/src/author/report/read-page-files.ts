import { readFile } from 'node:fs/promises';

/** What every page of ours needs, and what the page of a run needs besides. */
const sharedStyles = ['colours', 'page', 'tables', 'charts'];
const runStyles = ['leads', 'story'];
const lastStyles = ['print'];

/** In the order in which they need each other. */
const scripts = [
  'read-data',
  'format-time',
  'make-element',
  'find-leads',
  'lead-table',
  'story-content',
  'story-dialog',
  'start',
];

/** The page's own style and script, each as one text. */
export async function readPageFiles(): Promise<{ style: string; script: string }> {
  const [own, script] = await Promise.all([
    Promise.all(runStyles.map(readOwnStyle)),
    Promise.all(scripts.map((name) => read(`./page/script/${name}.js`))),
  ]);
  return {
    style: await readStyle(own),
    script: `(() => {\n'use strict';\n${script.map(withoutModules).join('\n')}})();\n`,
  };
}

/**
 * The style that our pages share, with what one of them needs besides.
 *
 * @param own the texts of the page's own style sheets; they stand before those for printing
 */
export async function readStyle(own: readonly string[]): Promise<string> {
  const [shared, last] = await Promise.all(
    [sharedStyles, lastStyles].map((names) => Promise.all(names.map(readOwnStyle))),
  );
  return [...shared!, ...own, ...last!].join('\n');
}

function readOwnStyle(name: string): Promise<string> {
  return read(`./page/style/${name}.css`);
}

function read(file: string): Promise<string> {
  return readFile(new URL(file, import.meta.url), 'utf8');
}

/** A page opened from disk may not load modules, so that they are joined into one script. */
function withoutModules(source: string): string {
  return source.replace(/^import .*;\n/gm, '').replace(/^export /gm, '');
}
