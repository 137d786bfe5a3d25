import { hasAnnotation } from '../../apex/emit/declare-types.ts';
import { ApexList } from '../../apex/library/collection/apex-list.ts';
import { ApexMap } from '../../apex/library/collection/apex-map.ts';
import { ApexSet } from '../../apex/library/collection/apex-set.ts';
import { accessTo } from '../../apex/library/json/field-value.ts';
import { JsonWriter } from '../../apex/library/json/json-writer.ts';
import { writeValue } from '../../apex/library/json/write-value.ts';
import { ApexSObject, describeRecord, findParentField } from '../../apex/library/record/apex-sobject.ts';
import { ApexObject } from '../../apex/run/apex-object.ts';
import type { ObjectDescription } from '../../apex/run/org.ts';
import type { Program } from '../../apex/run/program.ts';
import { textOf, typeOfValue } from '../../apex/run/values.ts';
import type { DeclaredType } from '../../apex/types/declared-type.ts';
import type { Json } from '../http/json.ts';
import type { OrgSchema } from '../schema/org-schema.ts';

/**
 * A value as Lightning components get it: of objects of source only what has @AuraEnabled and a value, records without what the
 * REST interface says of them, children as plain lists. Within a transaction.
 */
export function writeForComponents(value: unknown, program: Program, schema: OrgSchema): Json {
  if (value instanceof ApexSObject) {
    return writeRecord(value, program, schema);
  }
  if (value instanceof ApexList) {
    return value.items.map((each) => writeForComponents(each, program, schema));
  }
  if (value instanceof ApexSet) {
    return [...value.items()].map((each) => writeForComponents(each, program, schema));
  }
  if (value instanceof ApexMap) {
    return Object.fromEntries(
      value.keys().map((key) => [textOf(key), writeForComponents(value.get(key), program, schema)] as const),
    );
  }
  const declared = value instanceof ApexObject ? program.world.declarationOf(typeOfValue(value)) : null;
  if (declared !== null && declared.kind === 'class') {
    return writeObject(value as object, declared, program, schema);
  }
  const writer = new JsonWriter(false);
  writeValue(value, { writer, suppressNulls: false, around: new Set() });
  return JSON.parse(writer.result()) as Json;
}

function writeObject(value: object, declared: DeclaredType, program: Program, schema: OrgSchema): Json {
  const written: [string, Json][] = [];
  for (let each: DeclaredType | null = declared; each !== null; each = program.world.superDeclaration(each)) {
    for (const { name, key } of enabledFields(each)) {
      const own = accessTo(key).get(value);
      if (own !== null) {
        written.push([name, writeForComponents(own, program, schema)]);
      }
    }
  }
  return Object.fromEntries(written);
}

function enabledFields({ declaration, fields }: DeclaredType): { name: string; key: string }[] {
  const members = declaration.kind === 'class' ? declaration.members : [];
  return members.flatMap((member) => {
    const isValue = member.kind === 'field' || member.kind === 'property';
    const symbol = isValue ? fields.get(member.name.toLowerCase()) : undefined;
    return isValue && symbol !== undefined && hasAnnotation(member.modifiers, 'auraenabled') ? [symbol] : [];
  });
}

function writeRecord(record: ApexSObject, program: Program, schema: OrgSchema): Json {
  const object = describeRecord(record);
  return Object.fromEntries(
    [...record.fields].flatMap(([key, value]) => {
      const parent = object.fields.has(key) ? null : findParentField(object, key);
      const name = object.fields.get(key)?.name ?? parent?.relationshipName ?? childName(object, key, schema);
      return value === null ? [] : [[name, writeForComponents(value, program, schema)] as const];
    }),
  );
}

/** The name of a list of children as its lookup declares it; those of standard objects are described without their case. */
function childName({ children }: ObjectDescription, key: string, schema: OrgSchema): string {
  const fields = schema.find(children.get(key) ?? '')?.fields.values() ?? [];
  const names = [...fields].map((each) => `${each.childRelationshipName ?? ''}__r`);
  return names.find((each) => each.toLowerCase() === key) ?? key.charAt(0).toUpperCase() + key.slice(1);
}
