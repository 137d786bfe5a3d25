import { describeClass } from '../compiler/engine-files.ts';
import { rowTables } from '../../core/src/author/policy/row-tables.ts';
import { describeRowObject } from './write-metadata.ts';
import { describeRowPages } from './write-pages.ts';
import { rowTablesClass, writeRowTablesClass } from './write-row-tables-class.ts';

/** Where the generated part of the package's policy stands, from the root of the repository. */
export const rowsFolder = 'salesforce/app/policy-rows';

/** The objects of a policy's rows with their pages and tabs, and the class that names them, by path below the folder. */
export function rowFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const table of rowTables) {
    for (const [file, text] of describeRowObject(table)) files.set(`objects/${file}`, text);
    for (const [file, text] of describeRowPages(table)) files.set(file, text);
  }
  files.set(`classes/${rowTablesClass}.cls`, writeRowTablesClass(rowTables));
  files.set(`classes/${rowTablesClass}.cls-meta.xml`, describeClass());
  return files;
}
