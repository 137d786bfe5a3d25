import type { PairValues } from './pair.ts';

/** Where a value stands: names and positions from the outside in. */
export type Place = readonly (string | number)[];

/** Fields of a lead or of its context that may be null. What may be null in a policy, its own form says. */
const nullable: readonly string[] = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'company',
  'jobTitle',
  'website',
  'country',
  'region',
  'postcode',
  'city',
  'industry',
  'language',
  'leadSource',
  'campaign',
  'entryPage',
  'lastPage',
  'productInterest',
  'currentTool',
  'timeline',
  'budget',
  'buyingGroup',
  'subject',
  'message',
  'employees',
  'annualRevenue',
  'teamSize',
  'expectedValue',
  'optedOut',
  'text',
  'whole',
  'ownerKey',
  'ownerSetter',
  'earlierSubmissionKey',
  'earlierOwnerKey',
  'earlierDecidedAt',
  'lastActivityAt',
  'domain',
  'lostAt',
  'isFreeMail',
  'isDisposableMail',
  'isTestDomain',
  'isEmployeeDomain',
  'isCompetitorDomain',
  'isNamedAccount',
  'enrichmentSource',
  'calendarKey',
];

/** Every place below the given one, the outer before the inner. */
export function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) {
    return [place];
  }
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [place, ...entries.flatMap(([name, inner]: [string | number, unknown]) => placesIn(inner, [...place, name]))];
}

/** The value at a place; undefined where there is no such place any more. */
export function valueAt(root: unknown, place: Place): unknown {
  let value = root;
  for (const name of place) {
    if (typeof value !== 'object' || value === null) {
      return undefined;
    }
    value = (value as Record<string | number, unknown>)[name];
  }
  return value;
}

/** The same root with another value at one place; nothing of the old one is changed. */
export function withValueAt(root: PairValues, place: Place, value: unknown): PairValues {
  return replaceIn(root, place, value) as PairValues;
}

function replaceIn(outer: unknown, place: Place, value: unknown): unknown {
  const [name, ...rest] = place;
  if (name === undefined) {
    return value;
  }
  if (Array.isArray(outer)) {
    return outer.map((inner: unknown, position) => (position === name ? replaceIn(inner, rest, value) : inner));
  }
  const fields = outer as Record<string, unknown>;
  return { ...fields, [name]: replaceIn(fields[name], rest, value) };
}

/** Values that say less than the one at a place, the simplest first. simplerThan(["leads", 0], 8) → [0, 4]. */
export function simplerThan(place: Place, value: unknown): unknown[] {
  const name = String(place.at(-1));
  const isOfPolicy = place[0] === 'policy';
  const simpler: unknown[] = isOfPolicy || nullable.includes(name) ? [null] : [];
  if (name === 'kind' && place[0] === 'rows') {
    return [];
  }
  if (name === 'channel' && !isOfPolicy) {
    return value === 'unknown' ? [] : ['unknown'];
  }
  if (name === 'ownerSetter') {
    return value === null ? [] : [null];
  }
  if (Array.isArray(value)) {
    return shorterLists(value);
  }
  switch (typeof value) {
    case 'string':
      return [...simpler, ...shorterTexts(value)];
    case 'number':
      return value === 0 ? simpler : [...simpler, 0, ...(Math.abs(value) > 1 ? [Math.trunc(value / 2)] : [])];
    case 'boolean':
      return value ? [...simpler, false] : simpler;
    default:
      return [];
  }
}

function shorterTexts(text: string): string[] {
  if (text.length < 2) {
    return text === '' ? [] : [''];
  }
  const middle = Math.floor(text.length / 2);
  return ['', text.slice(0, middle), text.slice(middle), text.slice(1), text.slice(0, -1)];
}

/** None, either half, then all but one. */
function shorterLists(list: readonly unknown[]): unknown[][] {
  if (list.length < 2) {
    return list.length === 0 ? [] : [[]];
  }
  const middle = Math.floor(list.length / 2);
  const withoutOne = list.map((_, position) => list.filter((__, other) => other !== position));
  return [[], list.slice(0, middle), list.slice(middle), ...(list.length > 2 ? withoutOne : [])];
}
