import type { MetadataFile } from './metadata-files.ts';
import { elementsAt, type MetadataElement } from './read-metadata.ts';

/** A name in a file that stands for something elsewhere. A field's name begins with its object's. */
export type Reference = { kind: string; name: string; line: number };

type Row = [suffix: string, path: string, kind: string];

/** Where names stand, and what they name. "field of the object" is one without its object, which the file's name says. */
const rows: Row[] = [
  ['permissionset', 'classAccesses/apexClass', 'class'],
  ['permissionset', 'fieldPermissions/field', 'field'],
  ['permissionset', 'objectPermissions/object', 'object'],
  ['permissionset', 'customMetadataTypeAccesses/name', 'object'],
  ['permissionset', 'customSettingAccesses/name', 'object'],
  ['permissionset', 'tabSettings/tab', 'tab'],
  ['permissionset', 'customPermissions/name', 'custom permission'],
  ['permissionset', 'applicationVisibilities/application', 'app'],
  ['permissionset', 'recordTypeVisibilities/recordType', 'record type'],
  ['permissionset', 'flowAccesses/flow', 'flow'],
  ['permissionsetgroup', 'permissionSets', 'permission set'],
  ['layout', 'layoutSections/layoutColumns/layoutItems/field', 'field of the object'],
  ['layout', 'relatedLists/relatedList', 'field'],
  ['listView', 'columns', 'field of the object'],
  ['listView', 'filters/field', 'field of the object'],
  ['listView', 'queue', 'queue'],
  ['listView', 'sharedTo/queue', 'queue'],
  ['compactLayout', 'fields', 'field of the object'],
  ['object', 'compactLayoutAssignment', 'compact layout of the object'],
  ['field', 'referenceTo', 'object'],
  ['report', 'columns/field', 'field'],
  ['report', 'filter/criteriaItems/column', 'field'],
  ['report', 'groupingsDown/field', 'field'],
  ['report', 'groupingsAcross/field', 'field'],
  ['report', 'timeFrameFilter/dateColumn', 'field'],
  ['report', 'chart/chartSummaries/column', 'field'],
  ['report', 'chart/groupingColumn', 'field'],
  ['report', 'reportType', 'report type'],
  ['reportType', 'baseObject', 'object'],
  ['dashboard', 'dashboardGridLayout/dashboardGridComponents/dashboardComponent/report', 'report'],
  ['app', 'tabs', 'tab'],
  ['app', 'utilityBar', 'page'],
  ['app', 'actionOverrides/content', 'page'],
  ['tab', 'flexiPage', 'page'],
  ['tab', 'lwcComponent', 'component'],
  ['queue', 'queueSobject/sobjectType', 'object'],
  ['flexipage', 'sobjectType', 'object'],
  ['flexipage', 'flexiPageRegions/itemInstances/componentInstance/componentName', 'component'],
  ['md', 'values/field', 'field of the object'],
];

/**
 * What a file names of what other files define.
 *
 * Example: a permission set with `<apexClass>SbxRoute</apexClass>` gives `{ kind: 'class', name: 'SbxRoute', … }`.
 */
export function listReferences(file: MetadataFile): Reference[] {
  const object = objectOf(file);
  const named = rows
    .filter(([suffix]) => suffix === file.suffix)
    .flatMap(([, path, kind]) =>
      elementsAt(file.root, ...path.split('/')).map((element) => makeReference(kind, element, object)),
    );
  return [...named, ...columnsOfReportType(file)].filter(({ name }) => name !== '');
}

function makeReference(kind: string, element: MetadataElement, object: string): Reference {
  const text = element.text.trim();
  const [, own] = /^(.*) of the object$/.exec(kind) ?? [];
  if (own === undefined) return { kind, name: text, line: element.line };
  return { kind: own, name: text === 'SYSTEM' ? '' : `${object}.${text}`, line: element.line };
}

function columnsOfReportType({ suffix, root }: MetadataFile): Reference[] {
  if (suffix !== 'reportType') return [];
  return elementsAt(root, 'sections', 'columns').map((column) => {
    const [field = '', table = ''] = ['field', 'table'].map((name) => elementsAt(column, name)[0]?.text.trim());
    return { kind: 'field', name: `${table}.${field}`, line: column.line };
  });
}

function objectOf({ suffix, name, owner }: MetadataFile): string {
  if (suffix === 'layout') return name.split('-')[0] ?? '';
  if (suffix === 'md') return `${name.split('.')[0]}__mdt`;
  return suffix === 'object' ? name : owner;
}
