import { ApexMap } from '../library/collection/apex-map.ts';
import { ApexSObject } from '../library/record/apex-sobject.ts';
import { readField } from '../library/record/field-access.ts';
import { stringType, typeOf } from '../types/apex-type.ts';
import { execution } from './execution.ts';

/** `X__mdt.getAll()`: every record by its developer name. It costs no query and asks for no permission, as on the platform. */
export function allCustomMetadata(object: string): ApexMap {
  const type = typeOf(`SObject:${object}`);
  return ApexMap.from(
    typeOf('System.Map', [stringType, type]),
    recordsOf(object).map((record) => [readField(record, 'DeveloperName'), record] as const),
  );
}

/** `X__mdt.getInstance(…)` by id, developer name or qualified name; null where there is none. */
export function customMetadataOf(object: string, key: string | null): ApexSObject | null {
  const wanted = (key ?? '').toLowerCase();
  return (
    recordsOf(object).find((record) =>
      ['Id', 'DeveloperName', 'QualifiedApiName'].some((name) => {
        const value = readField(record, name);
        return typeof value === 'string' && value.toLowerCase() === wanted;
      }),
    ) ?? null
  );
}

function recordsOf(object: string): ApexSObject[] {
  const { org } = execution();
  const fields = [...(org.describeObject(object)?.fields.values() ?? [])].map((field) => field.name);
  const rows = org.query(`SELECT ${fields.join(', ')} FROM ${object} ORDER BY DeveloperName`, [], null, false);
  return rows.filter((row) => row instanceof ApexSObject);
}
