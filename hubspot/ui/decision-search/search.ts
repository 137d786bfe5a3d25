import type { UiInput } from '../../handlers/ui/ui-calls.ts';
import { endOfDay, startOfDay } from './days.ts';

/** What is searched for, as a link holds it: texts, none of them empty. */
export type Search = {
  readonly words?: string;
  readonly destination?: string;
  readonly owner?: string;
  readonly from?: string;
  readonly until?: string;
};

export const searchKeys = ['words', 'destination', 'owner', 'from', 'until'] as const;

const longest = { words: 320, destination: 100, owner: 100, from: 10, until: 10 } as const;

/** What the parameters of a link say; what could not be asked for is cut or left out. */
export function searchOf(params: Readonly<Record<string, string | undefined>>): Search {
  const pairs = searchKeys.flatMap((key) => {
    const text = (params[key] ?? '').trim().slice(0, longest[key]);
    return text === '' ? [] : [[key, text] as const];
  });
  return Object.fromEntries(pairs);
}

/** The same as parameters of a link. */
export function paramsOf(search: Search): Record<string, string> {
  return Object.fromEntries(Object.entries(searchOf(search)));
}

export function isEmptySearch(search: Search): boolean {
  return searchKeys.every((key) => search[key] === undefined);
}

const mostRows = 25;

/**
 * As the backend is asked. Days are those of the portal's zone, both included.
 *
 * @param after where the page begins; null for the newest
 */
export function inputOf(search: Search, after: string | null, timeZone: string): UiInput<'decisions'> {
  const from = startOfDay(search.from, timeZone);
  const until = endOfDay(search.until, timeZone);
  return {
    most: mostRows,
    ...(search.words === undefined ? {} : { words: search.words }),
    ...(search.destination === undefined ? {} : { destinationKey: search.destination }),
    ...(search.owner === undefined ? {} : { givenTo: search.owner }),
    ...(from === null ? {} : { from: String(Math.max(0, from)) }),
    ...(until === null ? {} : { until: String(Math.max(0, until)) }),
    ...(after === null ? {} : { after }),
  };
}
