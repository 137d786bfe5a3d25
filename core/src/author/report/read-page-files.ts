import { readFile } from 'node:fs/promises';

const styles = ['colours', 'page', 'tables', 'charts', 'leads', 'story', 'print'];

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
  const [style, script] = await Promise.all([
    Promise.all(styles.map((name) => read(`./page/style/${name}.css`))),
    Promise.all(scripts.map((name) => read(`./page/script/${name}.js`))),
  ]);
  return {
    style: style.join('\n'),
    script: `(() => {\n'use strict';\n${script.map(withoutModules).join('\n')}})();\n`,
  };
}

function read(file: string): Promise<string> {
  return readFile(new URL(file, import.meta.url), 'utf8');
}

/** A page opened from disk may not load modules, so that they are joined into one script. */
function withoutModules(source: string): string {
  return source.replace(/^import .*;\n/gm, '').replace(/^export /gm, '');
}
