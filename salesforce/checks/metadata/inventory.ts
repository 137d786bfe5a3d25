import path from 'node:path';
import { listFiles } from '../apex-sources.ts';
import type { MetadataFile } from './metadata-files.ts';
import { elementsAt, textAt, type MetadataElement } from './read-metadata.ts';

/** What the project itself has. Names are kept in small letters, since the platform does not regard case. */
export type Inventory = {
  /** By the name of the kind, such as `class` or `tab`. */
  names: ReadonlyMap<string, ReadonlySet<string>>;
  /** The definition of each own field, by `object.field`. */
  fields: ReadonlyMap<string, MetadataElement>;
};

const kindOfSuffix: Readonly<Record<string, string>> = {
  app: 'app',
  cls: 'class',
  compactLayout: 'compact layout',
  customPermission: 'custom permission',
  flexipage: 'page',
  flow: 'flow',
  object: 'object',
  permissionset: 'permission set',
  queue: 'queue',
  recordType: 'record type',
  report: 'report',
  reportType: 'report type',
  tab: 'tab',
};
const kindsOfObjects = ['compact layout', 'record type'];

/** Counts up what the metadata files define. Example: `names.get('class')` has `'sbxroute'`. */
export function takeInventory(files: MetadataFile[], folders: string[]): Inventory {
  const names = new Map(Object.values(kindOfSuffix).map((kind) => [kind, new Set<string>()]));
  const components = folders
    .flatMap(listFiles)
    .filter((file) => path.basename(path.join(file, '..', '..')) === 'lwc')
    .map((file) => path.basename(path.dirname(file)).toLowerCase());
  names.set('component', new Set(components));
  const fields = new Map<string, MetadataElement>();
  const labels = new Set<string>();
  for (const { suffix, name, owner, file, root } of files) {
    const kind = kindOfSuffix[suffix];
    if (kind !== undefined) names.get(kind)?.add(fullName(kind, name, owner, file));
    if (suffix === 'field') fields.set(`${owner}.${name}`.toLowerCase(), root);
    for (const label of suffix === 'labels' ? elementsAt(root, 'labels') : []) {
      labels.add(textAt(label, 'fullName').toLowerCase());
    }
  }
  names.set('label', labels);
  return { names, fields };
}

function fullName(kind: string, name: string, owner: string, file: string): string {
  if (kindsOfObjects.includes(kind)) return `${owner}.${name}`.toLowerCase();
  if (kind === 'report') return `${path.basename(path.dirname(file))}/${name}`.toLowerCase();
  return name.toLowerCase();
}
