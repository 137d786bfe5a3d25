import { callingPlace, rightsIn } from '../../run/code-place.ts';
import { execution } from '../../run/execution.ts';
import type { Access } from '../../run/org.ts';
import { listOf, sObjectType } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import type { ApexMap } from '../collection/apex-map.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { ApexSObject } from '../record/apex-sobject.ts';
import type { ApexAccessLevel } from './access-level.ts';
import { countRowsAs } from './limits.ts';
import { QueryLocator } from './query-locator.ts';

/** A query's text with `:v0`, `:v1`, … in place of its binds, and their values in that order. */
export interface BoundQuery {
  readonly text: string;
  readonly values: readonly unknown[];
}

const quotedOrBind = /'(?:\\.|[^'\\])*'|:\s*([A-Za-z_][\w.]*)/g;

/**
 * Puts values behind the names that a query binds: bindNames("… WHERE Name = :name", map) → "… WHERE Name = :v0". Names in
 * quoted text are left alone; a name the map does not have is a QueryException.
 */
export function bindNames(text: string, byName: ApexMap): BoundQuery {
  const values: unknown[] = [];
  const bound = text.replace(quotedOrBind, (whole: string, name: string | undefined) => {
    if (name === undefined) {
      return whole;
    }
    const key = byName.keys().find((each) => String(each).toLowerCase() === name.toLowerCase());
    if (key === undefined) {
      return raise('System.QueryException', `Key '${name}' does not exist in the bindMap`);
    }
    values.push(byName.get(key));
    return `:v${values.length - 1}`;
  });
  return { text: bound, values };
}

function run(query: BoundQuery, access: Access): ApexList {
  return listOfRows(rowsOf(query, access));
}

function rowsOf(query: BoundQuery, asked: Access): readonly object[] {
  const { access, isWithSharing } = rightsIn(callingPlace(), asked);
  return execution().org.query(query.text, query.values, access, isWithSharing);
}

function listOfRows(rows: readonly object[]): ApexList {
  const [first] = rows;
  return new ApexList(listOf(first instanceof ApexSObject ? first.type : sObjectType), [...rows]);
}

/** Database.query: the text as it is; names bound to local variables are the compiler's to resolve. */
export function query(text: string | null, access: ApexAccessLevel | null = null): ApexList {
  return run({ text: text ?? raiseNullArgument(), values: [] }, access?.mode ?? null);
}

/** Database.queryWithBinds. */
export function queryWithBinds(text: string | null, binds: ApexMap | null, access: ApexAccessLevel | null): ApexList {
  return run(bindNames(text ?? raiseNullArgument(), binds ?? raiseNullArgument()), access?.mode ?? null);
}

/** Database.countQuery: the query must be a SELECT COUNT(). */
export function countQuery(text: string | null, access: ApexAccessLevel | null = null): number {
  return count({ text: text ?? raiseNullArgument(), values: [] }, access);
}

/** Database.countQueryWithBinds. */
export function countQueryWithBinds(
  text: string | null,
  binds: ApexMap | null,
  access: ApexAccessLevel | null,
): number {
  return count(bindNames(text ?? raiseNullArgument(), binds ?? raiseNullArgument()), access);
}

function count(query: BoundQuery, access: ApexAccessLevel | null): number {
  if (!/^\s*select\s+count\s*\(\s*\)\s+from\b/i.test(query.text)) {
    return raise('System.QueryException', 'Database.countQuery needs a query that begins with SELECT COUNT().');
  }
  return rowsOf(query, access?.mode ?? null).length;
}

/** Database.getQueryLocator of a text: its rows count against a limit of their own. */
export function queryLocator(text: string | null, access: ApexAccessLevel | null = null): QueryLocator {
  return locate({ text: text ?? raiseNullArgument(), values: [] }, access, text);
}

/** Database.getQueryLocatorWithBinds. */
export function queryLocatorWithBinds(
  text: string | null,
  binds: ApexMap | null,
  access: ApexAccessLevel | null,
): QueryLocator {
  return locate(bindNames(text ?? raiseNullArgument(), binds ?? raiseNullArgument()), access, text);
}

function locate(query: BoundQuery, access: ApexAccessLevel | null, text: string | null): QueryLocator {
  const rows = countRowsAs('QueryLocatorRows', () => rowsOf(query, access?.mode ?? null));
  return new QueryLocator(listOfRows(rows), text);
}
