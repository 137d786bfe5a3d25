import { ownName } from '../../run/namespace-in-force.ts';
import type { ApexType } from '../../types/apex-type.ts';
import { ApexMap } from '../collection/apex-map.ts';

/**
 * The maps that describe calls give are keyed by lower-case names and found by any case, as documented:
 * `fields.getMap().get('AccountNumber')`. Within a package its own names may be said without its namespace.
 */
export function mapByNames(type: ApexType, pairs: Iterable<readonly [string, unknown]>): ApexMap {
  const map = new ApexMap(type);
  for (const [name, value] of pairs) {
    map.put(name.toLowerCase(), value);
  }
  const { table } = map;
  const find = table.find.bind(table);
  table.find = (key) => {
    if (typeof key !== 'string') {
      return find(key);
    }
    const lowerName = key.toLowerCase();
    const own = ownName(lowerName);
    return (own === null ? undefined : find(own)) ?? find(lowerName);
  };
  return map;
}
