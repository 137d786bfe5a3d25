import { callingPlace, rightsIn } from '../../run/code-place.ts';
import { execution } from '../../run/execution.ts';
import { listOf, sObjectType } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { unsupported, type BuiltinType } from '../define.ts';
import { raiseNullArgument } from '../raise.ts';
import type { ApexAccessLevel } from './access-level.ts';

/** Search.query: a list of rows for each object that the text asks for. */
function search(text: string | null, level: ApexAccessLevel | null = null): ApexList {
  const { access, isWithSharing } = rightsIn(callingPlace(), level?.mode ?? null);
  const lists = execution().org.search(text ?? raiseNullArgument(), [], access, isWithSharing);
  const rows = listOf(sObjectType);
  return new ApexList(
    listOf(rows),
    lists.map((each) => new ApexList(rows, [...each])),
  );
}

/** Searches whose text is made while the program runs. */
export const searchType: BuiltinType = {
  name: 'System.Search',
  kind: 'class',
  statics: {
    'List<List<SObject>> query(String query)': search,
    'List<List<SObject>> query(String query, System.AccessLevel accessLevel)': search,
    'Search.SearchResults find(String searchQuery)': unsupported,
    'Search.SearchResults find(String searchQuery, System.AccessLevel accessLevel)': unsupported,
    'Search.SuggestionResults suggest(String searchText, String objectType, Search.SuggestionOption options)':
      unsupported,
  },
};
