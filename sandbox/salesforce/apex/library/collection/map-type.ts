import { chargeElements } from '../../run/meter.ts';
import { equalsOf, hashOf, textOf } from '../../run/values.ts';
import { listOf, objectType, stringType, typeOf, type ApexType } from '../../types/apex-type.ts';
import type { BuiltinType } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import type { ApexSObject } from '../record/apex-sobject.ts';
import type { ApexId } from '../text/apex-id.ts';
import { ApexList } from './apex-list.ts';
import { ApexMap } from './apex-map.ts';
import { ApexSet } from './apex-set.ts';
import { deepCloneItems } from './deep-clone.ts';
import { tokenOf } from './sobject-token.ts';
import { checkMayChange } from './iteration.ts';

function put(map: ApexMap, key: unknown, value: unknown): unknown {
  if (map.table.iterations !== 0 && !map.has(key)) {
    checkMayChange(map.table);
  }
  return map.put(key, value);
}

function remove(map: ApexMap, key: unknown): unknown {
  if (map.table.iterations !== 0 && map.has(key)) {
    checkMayChange(map.table);
  }
  return map.remove(key);
}

function putAll(map: ApexMap, source: ApexMap | null): void {
  if (source === null) {
    return raiseNullArgument();
  }
  chargeElements(source.size);
  for (const entry of source.table.entries.values()) {
    put(map, entry.key, entry.value);
  }
}

/** Records by their ids, which are the keys; a key of type String is the text of the id. */
function putRecords(map: ApexMap, records: ApexList | null): void {
  if (records === null) {
    return raiseNullArgument();
  }
  chargeElements(records.items.length);
  const found = new Set<string>();
  for (const [index, record] of (records.items as (ApexSObject | null)[]).entries()) {
    const id = (record?.fields.get('id') ?? null) as ApexId | null;
    if (id === null) {
      return raise('System.ListException', `Row with null Id at index: ${String(index)}`);
    }
    if (found.has(id.value)) {
      return raise('System.ListException', `Row with duplicate Id at index: ${String(index)}`);
    }
    found.add(id.value);
    put(map, map.type.args[0] === stringType ? id.value : id, record);
  }
}

function copy(map: ApexMap): ApexMap {
  const created = new ApexMap(map.type);
  putAll(created, map);
  return created;
}

function keySet(map: ApexMap): ApexSet {
  return new ApexSet(typeOf('System.Set', [map.type.args[0] ?? objectType]), map.table, true);
}

function values(map: ApexMap): ApexList {
  chargeElements(map.size);
  return new ApexList(listOf(map.type.args[1] ?? objectType), map.values());
}

export const mapType: BuiltinType = {
  name: 'System.Map',
  kind: 'class',
  typeParameters: ['K', 'V'],
  valueClass: ApexMap,
  constructors: {
    '()': (type: ApexType) => new ApexMap(type),
    '(Map<K, V> mapToCopy)': (type: ApexType, source: ApexMap | null) => {
      const created = new ApexMap(type);
      putAll(created, source);
      return created;
    },
    '(List<SObject> recordList)': (type: ApexType, records: ApexList | null) => {
      const created = new ApexMap(type);
      putRecords(created, records);
      return created;
    },
  },
  methods: {
    'void clear()': (map: ApexMap) => {
      checkMayChange(map.table);
      map.table.clear();
    },
    'Map<K, V> clone()': copy,
    'Boolean containsKey(K key)': (map: ApexMap, key: unknown) => map.has(key),
    'Map<K, V> deepClone()': (map: ApexMap) => {
      const cloned = deepCloneItems(map.values(), true, true);
      return ApexMap.from(
        map.type,
        map.keys().map((key, index) => [key, cloned[index]] as const),
      );
    },
    'Boolean equals(Object map2)': equalsOf,
    'V get(K key)': (map: ApexMap, key: unknown) => map.get(key),
    'Schema.SObjectType getSObjectType()': (map: ApexMap) => tokenOf(map.type.args[1]),
    'Integer hashCode()': hashOf,
    'Boolean isEmpty()': (map: ApexMap) => map.size === 0,
    'Set<K> keySet()': keySet,
    'V put(K key, V value)': put,
    'void putAll(Map<K, V> fromMap)': putAll,
    'void putAll(List<SObject> recordList)': putRecords,
    'V remove(K key)': remove,
    'Integer size()': (map: ApexMap) => map.size,
    'String toString()': textOf,
    'List<V> values()': values,
  },
};
