import type { ApexSObject } from '../library/record/apex-sobject.ts';
import { displayName } from '../types/apex-type.ts';
import { execution } from './execution.ts';
import { chargeElements } from './meter.ts';
import type { ValueKind } from './value-kind.ts';
import { equalsOf, hashOf } from './values-equality.ts';
import { hashOfText } from './values-hash.ts';
import { compareOf } from './values-order.ts';
import { showOnce, textOf } from './values-text.ts';

/** Records are equal by type and fields; one that was never set is like one that is null. */
export const recordKind: ValueKind<ApexSObject> = {
  type: (record) => record.type,
  text: (record) =>
    showOnce(record, () => {
      const object = displayName(record.type);
      const described = execution().org.describeObject(object);
      const shown = Array.from(record.fields, ([name, value]) => {
        return `${described?.fields.get(name)?.name ?? name}=${textOf(value)}`;
      });
      return `${object}:{${shown.join(', ')}}`;
    }),
  equals: (left, right) => {
    chargeElements(left.fields.size + right.fields.size);
    return (
      left.type === right.type &&
      [...left.fields].every(([name, value]) => equalsOf(value, right.fields.get(name) ?? null)) &&
      [...right.fields].every(([name, value]) => value === null || left.fields.has(name))
    );
  },
  hash: (record) => {
    chargeElements(record.fields.size);
    let hash = hashOfText(record.type.key);
    for (const [name, value] of record.fields) {
      // Added, so that the order in which fields were set does not matter; null adds nothing.
      hash = (hash + Math.imul(hashOfText(name), hashOf(value))) | 0;
    }
    return hash;
  },
  compare: (left, right) => {
    chargeElements(left.fields.size + right.fields.size);
    const byType = compareOf(displayName(left.type), displayName(right.type));
    if (byType !== 0) {
      return byType;
    }
    for (const name of fieldsInOrder(left, right)) {
      const byField = compareOf(left.fields.get(name) ?? null, right.fields.get(name) ?? null);
      if (byField !== 0) {
        return byField;
      }
    }
    return 0;
  },
};

/** As documented for sorting: Name, then the other standard fields, then the custom ones, each by their names. */
function fieldsInOrder(left: ApexSObject, right: ApexSObject): string[] {
  const rank = (name: string): string => `${name === 'name' ? '0' : name.endsWith('__c') ? '2' : '1'}${name}`;
  return [...new Set([...left.fields.keys(), ...right.fields.keys()])].sort((one, other) =>
    rank(one) < rank(other) ? -1 : 1,
  );
}
