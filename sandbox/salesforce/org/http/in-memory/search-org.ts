import type { InMemoryOrg } from '../../in-memory-org.ts';
import { matchWords } from '../../sosl/match-words.ts';
import { parseSearch, SearchProblem } from '../../sosl/parse-search.ts';
import { queryOf } from '../../sosl/run-search.ts';
import { OrgRefusal, type OrgRow, type OrgUser } from '../org-behind-http.ts';
import { queryOrg } from './query-org.ts';

/** As documented: a search gives so many rows at most. */
const mostRows = 2_000;

/** Runs a search in the mode of its user: the rows of its objects, one after the other. */
export function searchOrg(org: InMemoryOrg, user: OrgUser, text: string): OrgRow[] {
  try {
    const search = parseSearch(text);
    const rows = search.returning.flatMap((returning) => {
      const found = queryOrg(org, user, queryOf(returning), false).rows;
      const object = org.schema.demand(returning.objectName);
      const isFound = matchWords(object, String(search.words), search.group);
      const matching = found.filter(({ id }) => {
        const record = id === null ? null : org.store.findRecord(id);
        return record !== null && isFound(record);
      });
      return matching.slice(0, returning.limit ?? mostRows);
    });
    return rows.slice(0, Math.min(search.limit ?? mostRows, mostRows));
  } catch (error) {
    throw error instanceof SearchProblem ? new OrgRefusal('MALFORMED_SEARCH', error.message) : error;
  }
}
