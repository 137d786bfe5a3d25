import { readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../apex-sources.ts';
import type { Finding } from '../finding.ts';
import type { Inventory } from './inventory.ts';
import { nearest } from './nearest.ts';

const imported = /from\s+['"]@salesforce\/(apex|schema|label|customPermission)\/([\w.]+)['"]/g;

type Named = { kind: string; name: string };

/**
 * What Lightning components import of the package by a name that stands for nothing (APC026).
 *
 * Example: `import decide from '@salesforce/apex/SbxRuote.decide'` is found.
 */
export function checkComponentImports(folders: string[], inventory: Inventory): Finding[] {
  const modules = folders
    .flatMap(listFiles)
    .filter((file) => file.endsWith('.js') && file.split(path.sep).includes('lwc') && !file.includes('__tests__'));
  return modules.flatMap((file) => checkModule(file, readFileSync(file, 'utf8'), inventory));
}

function checkModule(file: string, text: string, { names, fields }: Inventory): Finding[] {
  return [...text.matchAll(imported)].flatMap(({ 1: area = '', 2: written = '', index }) => {
    return listNamed(area, written).flatMap(({ kind, name }) => {
      const known = kind === 'field' ? new Set(fields.keys()) : (names.get(kind) ?? new Set<string>());
      if (known.has(name.toLowerCase())) return [];
      const next = known.size === 0 ? 'add it' : `did you mean ${nearest(name, [...known])}`;
      const message = `There is no ${kind} ${name} in the package directories. Next: ${next}?`;
      return [{ file, line: text.slice(0, index).split('\n').length, column: 0, code: 'APC026', message }];
    });
  });
}

// Standard objects and fields are the platform's; here only own names can be looked up.
function listNamed(area: string, written: string): Named[] {
  const [first = '', second = ''] = written.split('.');
  if (area === 'apex') return [{ kind: 'class', name: first }];
  if (area === 'label') return first === 'c' ? [{ kind: 'label', name: second }] : [];
  if (area === 'customPermission') return [{ kind: 'custom permission', name: first }];
  const named = [
    { kind: 'object', name: first },
    { kind: 'field', name: `${first}.${second}` },
  ];
  return named.filter(({ name }) => /__(?:c|mdt|e)$/i.test(name));
}
