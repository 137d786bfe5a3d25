import { ApexList } from '../../sandbox/salesforce/apex/library/collection/apex-list.ts';

/**
 * A value of either engine in one form: numbers as texts, and fields by their names in small letters, as Apex keeps them.
 * plainOf({ firstName: 'Ana', age: 3n }) → { firstname: 'Ana', age: '3' }.
 */
export function plainOf(value: unknown): unknown {
  if (value instanceof ApexList) return value.items.map(plainOf);
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name.toLowerCase(), plainOf(field)]));
}
