import { readFileSync } from 'node:fs';
import { readXml } from '../../org/schema/read-xml.ts';
import { listFiles } from './find-components.ts';

/**
 * The custom labels below a folder, by name.
 *
 * Example: `readLabels('salesforce/app')` is `{ SbxScore: 'Score' }`.
 */
export function readLabels(folder: string): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const file of listFiles(folder, '.labels-meta.xml')) {
    for (const label of readXml(readFileSync(file, 'utf8'), file).children) {
      if (label.name !== 'labels') continue;
      const textOf = (name: string): string => label.children.find((child) => child.name === name)?.text ?? '';
      labels[textOf('fullName')] = textOf('value');
    }
  }
  return labels;
}
