import { makeException } from '../../apex/library/exception/exceptions.ts';
import { ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import { textOf } from '../../apex/run/values.ts';
import type { RecordStore } from '../records/record-store.ts';
import { matchWords } from './match-words.ts';
import { parseSearch, SearchProblem, type Returning, type Search } from './parse-search.ts';

/** As documented: a search gives so many rows at most. */
const mostRows = 2_000;

/** Runs a query that belongs to a search, with what the search says about the user's rights. */
export type RunQuery = (text: string, mode: Search['mode']) => readonly object[];

export interface SearchRequest {
  readonly store: RecordStore;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly query: RunQuery;
  /** In a test: the only records that a search finds, which are none until the test has named some. */
  readonly fixedIds: ReadonlySet<string> | null;
}

/** The rows of each object that a search asks for, in its order. Throws System.SearchException where it is malformed. */
export function runSearch(request: SearchRequest): ApexSObject[][] {
  return tellProblems(() => {
    const search = parseSearch(request.text);
    let left = Math.min(search.limit ?? mostRows, mostRows);
    return search.returning.map((returning) => {
      const rows = rowsOf(request, search, returning).slice(0, Math.min(left, returning.limit ?? left));
      left -= rows.length;
      return rows;
    });
  });
}

function rowsOf(request: SearchRequest, search: Search, returning: Returning): ApexSObject[] {
  const { store, fixedIds, values } = request;
  const rows = request.query(queryOf(returning), search.mode).filter((each) => each instanceof ApexSObject);
  const words = typeof search.words === 'number' ? textOf(values[search.words] ?? '') : search.words;
  const object = store.schema.demand(store.schema.find(returning.objectName)?.name ?? returning.objectName);
  const isFound = matchWords(object, words, search.group);
  return rows.filter((row) => {
    const id = row.fields.get('id');
    const record = id instanceof ApexId ? store.findRecord(id.value) : null;
    return record !== null && (fixedIds === null ? isFound(record) : fixedIds.has(record.id));
  });
}

/** The query that stands behind what a search returns of an object: queryOf(returning) → 'SELECT Id, Name FROM Lead WHERE …'. */
export function queryOf({ objectName, fields, clauses }: Returning): string {
  return `SELECT ${fields.length === 0 ? 'Id' : fields.join(', ')} FROM ${objectName} ${clauses}`;
}

function tellProblems<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof SearchProblem) {
      // eslint-disable-next-line @typescript-eslint/only-throw-error
      throw makeException('System.SearchException', error.message);
    }
    throw error;
  }
}
