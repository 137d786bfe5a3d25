import { execution } from '../../run/execution.ts';
import { madeObject } from '../../run/meter.ts';
import { ownName } from '../../run/namespace-in-force.ts';
import type { FieldDescription, ObjectDescription } from '../../run/org.ts';
import { typeOf, type ApexType } from '../../types/apex-type.ts';
import type { DatabaseError } from './database-error.ts';

/** What Database.DMLOptions say about saving; null where they say nothing. */
export interface SaveOptions {
  readonly useAssignmentRules: boolean | null;
  readonly allowDuplicates: boolean | null;
}

/** A record: only what was set, by lower-case name. Parents and children stand under their relationship's name. */
export class ApexSObject {
  readonly type: ApexType;
  readonly fields: Map<string, unknown>;
  /** Of a row that a query gave back: the lower-case names it asked for. Reading any other is an error. */
  queried: ReadonlySet<string> | null = null;
  /** What addError attached. */
  errors: DatabaseError[] = [];
  /** Set on what clone() gives back. */
  cloneSourceId: unknown = null;
  isClone = false;
  /** Records of `Trigger.old` and of after-triggers cannot be written. */
  isReadOnly = false;
  /** What setOptions gave: how this record is to be saved. */
  saveOptions: SaveOptions | null = null;

  constructor(type: ApexType, fields: Map<string, unknown> = new Map()) {
    this.type = type;
    this.fields = fields;
    madeObject(fields.size);
  }
}

const prefix = 'SObject:';

/** The type of an object's records: recordTypeOf('Account').key → "SObject:Account". */
export function recordTypeOf(objectName: string): ApexType {
  return typeOf(prefix + objectName);
}

/** The object's name: objectNameOf(recordTypeOf('Account')) → "Account"; null for types that are not of one object. */
export function objectNameOf(type: ApexType): string | null {
  return type.name.startsWith(prefix) ? type.name.slice(prefix.length) : null;
}

/** What the org says about the record's object. */
export function describeRecord(record: ApexSObject): ObjectDescription {
  const name = objectNameOf(record.type) ?? record.type.name;
  const found = execution().org.describeObject(name);
  if (found === null) {
    throw new Error(`A record of ${name} exists, but the org does not describe that object.`);
  }
  return found;
}

/** The field that holds the id of the parent read under a relationship's name: of Contact and 'account', AccountId. */
export function findParentField(object: ObjectDescription, lowerName: string): FieldDescription | null {
  const own = ownName(lowerName);
  return (own === null ? null : findByRelationship(object, own)) ?? findByRelationship(object, lowerName);
}

function findByRelationship(object: ObjectDescription, lowerName: string): FieldDescription | null {
  for (const field of object.fields.values()) {
    if (field.relationshipName?.toLowerCase() === lowerName) {
      return field;
    }
  }
  return null;
}

/**
 * The key of a record under which a name is held: the lower-case name itself, or with its namespace where it was said without.
 * keyOf(describeRecord(lead), 'Score__c') → 'score__c'.
 */
export function keyOf(object: ObjectDescription, name: string): string {
  const lowerName = name.toLowerCase();
  const own = ownName(lowerName);
  if (own === null) {
    return lowerName;
  }
  const field = object.fields.get(lowerName) ?? null;
  if (field !== null) {
    return field.name.toLowerCase();
  }
  const relationship = findParentField(object, lowerName)?.relationshipName ?? null;
  return relationship?.toLowerCase() ?? (object.children.has(own) ? own : lowerName);
}
