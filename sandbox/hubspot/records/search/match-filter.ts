import type { PropertyDefinition } from '../property-definition.ts';
import { readInstant, writeInstant } from '../read-instant.ts';
import { RecordRefusal } from '../record-refusal.ts';
import type { IndexedValues, SearchFilter } from './search-request.ts';

export type FilterTest = (values: IndexedValues) => boolean;

/**
 * The test that a filter of a property makes. A record without a value passes only NOT_HAS_PROPERTY.
 *
 * EQ knows no upper and lower case, as HubSpot's search does; IN compares texts with what is written in lower case, so that a
 * capital letter among its values finds nothing.
 */
export function testOf(filter: SearchFilter, definition: PropertyDefinition): FilterTest {
  const { property, operator } = filter;
  const withValue =
    (test: (value: string) => boolean): FilterTest =>
    (values) => {
      const value = values[property] ?? '';
      return value !== '' && test(value);
    };
  switch (operator) {
    case 'HAS_PROPERTY':
      return withValue(() => true);
    case 'NOT_HAS_PROPERTY':
      return (values) => (values[property] ?? '') === '';
    case 'EQ':
    case 'NEQ': {
      const asked = normalize(definition, requireValue(filter, 'value')).toLowerCase();
      const isEqual = (value: string): boolean => partsOf(definition, value).includes(asked);
      return withValue(operator === 'EQ' ? isEqual : (value) => !isEqual(value));
    }
    case 'IN':
    case 'NOT_IN': {
      if (filter.values.length === 0) throw refuseFilter(filter, 'values');
      const asked = new Set(filter.values.map((value) => askedOf(definition, value)));
      const isIn = (value: string): boolean => partsOf(definition, value).some((part) => asked.has(part));
      return withValue(operator === 'IN' ? isIn : (value) => !isIn(value));
    }
    case 'LT':
    case 'LTE':
    case 'GT':
    case 'GTE': {
      const asked = normalize(definition, requireValue(filter, 'value'));
      return withValue((value) => isOrdered(operator, compareValues(definition, value, asked)));
    }
    case 'BETWEEN': {
      const low = normalize(definition, requireValue(filter, 'value'));
      const high = normalize(definition, requireValue(filter, 'highValue'));
      return withValue(
        (value) => compareValues(definition, value, low) >= 0 && compareValues(definition, value, high) <= 0,
      );
    }
    case 'CONTAINS_TOKEN':
    case 'NOT_CONTAINS_TOKEN': {
      const contains = tokenTest(requireValue(filter, 'value'));
      return withValue(operator === 'CONTAINS_TOKEN' ? contains : (value) => !contains(value));
    }
  }
}

/** The words of a text, in lower case. */
export function tokensOf(value: string): string[] {
  return value
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((token) => token !== '');
}

/** How two values of a property are ordered: numbers and instants as such, texts by their characters. */
export function compareValues(definition: PropertyDefinition, one: string, other: string): number {
  if (definition.type === 'number') return Number(one) - Number(other);
  const [lower, otherLower] = [one.toLowerCase(), other.toLowerCase()];
  return lower < otherLower ? -1 : lower > otherLower ? 1 : 0;
}

function isOrdered(operator: 'LT' | 'LTE' | 'GT' | 'GTE', order: number): boolean {
  switch (operator) {
    case 'LT':
      return order < 0;
    case 'LTE':
      return order <= 0;
    case 'GT':
      return order > 0;
    case 'GTE':
      return order >= 0;
  }
}

/** What is asked, as the portal writes such a value. */
function normalize(definition: PropertyDefinition, asked: string): string {
  if (definition.type === 'datetime' || definition.type === 'date') {
    const millis = readInstant(asked);
    if (millis === null) throw new RecordRefusal(400, 'VALIDATION_ERROR', `Invalid date for ${definition.name}.`);
    const written = writeInstant(millis);
    return definition.type === 'date' ? written.slice(0, 10) : written;
  }
  if (definition.type !== 'number') return asked;
  if (asked.trim() === '' || Number.isNaN(Number(asked))) {
    throw new RecordRefusal(400, 'VALIDATION_ERROR', `Invalid number for ${definition.name}.`);
  }
  return /^-?(0|[1-9]\d*)$/.test(asked) ? asked : String(Number(asked));
}

function askedOf(definition: PropertyDefinition, asked: string): string {
  const normalized = normalize(definition, asked);
  return definition.type === 'string' || definition.type === 'phone_number' ? normalized : normalized.toLowerCase();
}

function partsOf(definition: PropertyDefinition, value: string): string[] {
  const lower = value.toLowerCase();
  return definition.fieldType === 'checkbox' ? [lower, ...lower.split(';')] : [lower];
}

/** Every word has to be there; `*` stands for any characters. */
function tokenTest(asked: string): (value: string) => boolean {
  const patterns = asked
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => new RegExp(`^${word.split('*').map(escapeRegExp).join('.*')}$`, 'su'));
  return (value) => {
    const candidates = [value.toLowerCase(), ...value.toLowerCase().split(/\s+/), ...tokensOf(value)];
    return patterns.every((pattern) => candidates.some((candidate) => pattern.test(candidate)));
  };
}

function escapeRegExp(written: string): string {
  return written.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

function requireValue(filter: SearchFilter, part: 'value' | 'highValue'): string {
  const value = filter[part];
  if (value === null || value === '') throw refuseFilter(filter, part);
  return value;
}

function refuseFilter(filter: SearchFilter, part: string): RecordRefusal {
  const message = `Filter on ${filter.property} with operator ${filter.operator} needs ${part}.`;
  return new RecordRefusal(400, 'VALIDATION_ERROR', message);
}
