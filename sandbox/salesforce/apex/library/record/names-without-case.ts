import type { ApexType } from '../../types/apex-type.ts';
import { ApexMap } from '../collection/apex-map.ts';

/**
 * The maps that describe calls give are keyed by lower-case names and found by any case, as documented:
 * `fields.getMap().get('AccountNumber')`.
 */
export function mapByNames(type: ApexType, pairs: Iterable<readonly [string, unknown]>): ApexMap {
  const map = new ApexMap(type);
  for (const [name, value] of pairs) {
    map.put(name.toLowerCase(), value);
  }
  const { table } = map;
  const find = table.find.bind(table);
  table.find = (key) => find(typeof key === 'string' ? key.toLowerCase() : key);
  return map;
}
