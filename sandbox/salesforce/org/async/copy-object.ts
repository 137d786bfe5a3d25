import { ApexList } from '../../apex/library/collection/apex-list.ts';
import { ApexMap } from '../../apex/library/collection/apex-map.ts';
import { ApexSet } from '../../apex/library/collection/apex-set.ts';
import { ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import { PlainData } from '../../apex/library/system/plain-data.ts';
import { ApexObject } from '../../apex/run/apex-object.ts';
import { execution, type SourceTypeInfo } from '../../apex/run/execution.ts';

/**
 * What a job is when it runs: its object and all that this refers to as they were when it was handed over, transient fields
 * emptied. copyObject(job) is a job of its own; whoever holds the other can change nothing in it.
 */
export function copyObject<T extends object>(object: T): T {
  return copyValue(object, new Map()) as T;
}

/** One copy for each object, so that what referred to the same object still does. */
type Copies = Map<object, object>;

function copyValue(value: unknown, copies: Copies): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  return copies.get(value) ?? copyParts(value, copies);
}

function copyParts(value: object, copies: Copies): object {
  const inside = (part: unknown): unknown => copyValue(part, copies);
  if (value instanceof ApexList) {
    const copy = new ApexList(value.type);
    copies.set(value, copy);
    copy.items = value.items.map(inside);
    return copy;
  }
  if (value instanceof ApexSet) {
    const copy = new ApexSet(value.type);
    copies.set(value, copy);
    value.items().forEach((item) => copy.add(inside(item)));
    return copy;
  }
  if (value instanceof ApexMap) {
    const copy = new ApexMap(value.type);
    copies.set(value, copy);
    value.pairs().forEach(([key, item]) => copy.put(inside(key), inside(item)));
    return copy;
  }
  if (value instanceof ApexSObject) {
    const copy = new ApexSObject(value.type);
    copies.set(value, copy);
    copy.queried = value.queried;
    value.fields.forEach((field, name) => copy.fields.set(name, inside(field)));
    return copy;
  }
  if (value instanceof PlainData) {
    const copy = new PlainData(value.$type);
    copies.set(value, copy);
    value.values.forEach((property, name) => copy.values.set(name, inside(property)));
    return copy;
  }
  return value instanceof ApexObject ? copyOfSource(value, copies) : value;
}

/** Objects of the platform's own classes stay the same ones: they do not change. */
function copyOfSource(value: ApexObject, copies: Copies): object {
  const info = execution().describe(value.$type);
  if (info === null) {
    return value;
  }
  const copy = Object.create(Object.getPrototypeOf(value) as object) as Record<string, unknown>;
  copies.set(value, copy);
  const transient = transientKeys(info);
  for (const [key, field] of Object.entries(value)) {
    copy[key] = transient.has(key) ? null : copyValue(field, copies);
  }
  return copy;
}

function transientKeys(info: SourceTypeInfo): Set<string> {
  const keys = new Set<string>();
  for (
    let each: SourceTypeInfo | null = info;
    each !== null;
    each = each.superclass === null ? null : execution().describe(each.superclass)
  ) {
    each.fields.filter((field) => field.isTransient).forEach((field) => keys.add(field.key));
  }
  return keys;
}
