import { CrmError } from '../../../hubspot/handlers/crm/crm-error.ts';
import type { SearchFilter, SearchRequest } from '../../../hubspot/handlers/crm/crm.ts';

const mostGroups = 5;
const mostFilters = 6;
const mostResults = 10_000;
const mostCharacters = 3000;

/** Throws what HubSpot refuses: too many filters, too long a request, values where there should be none. */
export function checkSearch(request: SearchRequest): void {
  const body = JSON.stringify({
    filterGroups: request.groups.map((filters) => ({
      filters: filters.map((filter) => ({
        propertyName: filter.property,
        operator: filter.operator,
        ...(filter.operator.endsWith('IN') ? { values: filter.values } : { value: filter.values[0] }),
      })),
    })),
    properties: request.properties,
    limit: 200,
  });
  const problem =
    request.groups.length > mostGroups || request.groups.some((filters) => filters.length > mostFilters)
      ? 'too many filters'
      : body.length > mostCharacters
        ? `a request of ${body.length} characters`
        : request.most > mostResults
          ? 'more than 10,000 results'
          : null;
  if (problem !== null) {
    throw new CrmError('refused', `HubSpot refused the search: ${problem}.`, {
      status: 400,
      category: 'VALIDATION_ERROR',
    });
  }
}

/** Whether a record is found; `valueOf` gives its values. Texts are compared without regard to case. */
export function isFound(request: SearchRequest, valueOf: (property: string) => string | null): boolean {
  return (
    request.groups.length === 0 ||
    request.groups.some((filters) => filters.every((filter) => holds(filter, valueOf(filter.property))))
  );
}

function holds(filter: SearchFilter, value: string | null): boolean {
  if (filter.operator === 'HAS_PROPERTY') {
    return value !== null;
  }
  if (filter.operator === 'NOT_HAS_PROPERTY') {
    return value === null;
  }
  if (value === null) {
    return filter.operator === 'NEQ' || filter.operator === 'NOT_IN';
  }
  const asked = filter.values.map((one) => one.toLowerCase());
  const [first = ''] = asked;
  switch (filter.operator) {
    case 'EQ':
    case 'IN':
      return asked.includes(value.toLowerCase());
    case 'NEQ':
    case 'NOT_IN':
      return !asked.includes(value.toLowerCase());
    case 'GT':
      return compare(value, first) > 0;
    case 'GTE':
      return compare(value, first) >= 0;
    case 'LT':
      return compare(value, first) < 0;
    default:
      return compare(value, first) <= 0;
  }
}

function compare(value: string, asked: string): number {
  return amountOf(value) - amountOf(asked);
}

/** Numbers as they are, instants as milliseconds. */
function amountOf(value: string): number {
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Date.parse(value);
}
