import { ApexDecimal } from '../../apex/library/number/apex-decimal.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import { ApexDate } from '../../apex/library/time/apex-date.ts';
import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import { booleanType, dateType, datetimeType, decimalType, idType } from '../../apex/types/apex-type.ts';
import type { RecordStore } from './record-store.ts';
import type { FieldSchema } from '../schema/field-schema.ts';
import { filesOf, type MetadataFiles } from '../schema/metadata-files.ts';
import type { MetadataElement } from '../schema/metadata-element.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';

type Put = (objectName: string, fields: ReadonlyMap<string, unknown>) => string;

/** Puts the records that a package deploys as metadata into the store: custom metadata. */
export function seedMetadata(store: RecordStore, files: MetadataFiles): void {
  const put: Put = (objectName, fields) => {
    const id = store.nextId(store.schema.demand(objectName));
    const all = new Map<string, unknown>([['id', new ApexId(id)], ['isdeleted', false], ...fields]);
    store.put({ objectName, id, fields: all, isDeleted: false });
    return id;
  };
  const records = filesOf(files, /(?:^|\/)([^/.]+)\.([^/.]+)\.md-meta\.xml$/);
  for (const { match, file } of records) {
    putMetadataRecord(match[1] ?? '', match[2] ?? '', file, store, put);
  }
}

function putMetadataRecord(type: string, name: string, file: MetadataElement, store: RecordStore, put: Put): void {
  const object = store.schema.find(`${type}__mdt`);
  if (object === null) {
    throw new Error(`${file.place} is a record of ${type}__mdt, which the package does not have.`);
  }
  file.refuseOthers(new Set(['label', 'protected', 'description', 'values']));
  const label = file.demand('label');
  const [developerName, namespace] = splitNamespace(name);
  const fields = new Map<string, unknown>([
    ['developername', developerName],
    ['qualifiedapiname', name],
    ['namespaceprefix', namespace],
    ['masterlabel', label],
    ['label', label],
    ['language', 'en_US'],
  ]);
  for (const value of file.all('values')) {
    const field = object.fields.get(value.demand('field').toLowerCase());
    if (field === undefined) {
      throw new Error(`${file.place}: ${object.name} has no field ${value.demand('field')}.`);
    }
    const written = value.first('value');
    if (written !== null && written.attribute('xsi:nil') !== 'true' && written.text !== '') {
      fields.set(field.name.toLowerCase(), readValue(written.text, field, object, store));
    }
  }
  for (const field of object.fields.values()) {
    if (field.type === booleanType && !fields.has(field.name.toLowerCase())) {
      fields.set(field.name.toLowerCase(), field.defaultFormula === 'true');
    }
  }
  put(object.name, fields);
}

/** splitNamespace('acme__Usual') → ['Usual', 'acme']; splitNamespace('Usual') → ['Usual', null]. */
export function splitNamespace(name: string): readonly [string, string | null] {
  const [, namespace, local] = /^([A-Za-z](?:_?[A-Za-z0-9])*)__(\w+)$/.exec(name) ?? [];
  return namespace === undefined || local === undefined ? [name, null] : [local, namespace];
}

function readValue(text: string, field: FieldSchema, object: ObjectSchema, store: RecordStore): unknown {
  switch (field.type) {
    case booleanType:
      return text === 'true';
    case decimalType: {
      const [whole = '', places = ''] = Number(text) === 0 ? ['0'] : text.split('.');
      return new ApexDecimal(BigInt(whole + places), places.length);
    }
    case dateType:
      return new ApexDate(Date.parse(`${text}T00:00:00Z`) / 86_400_000);
    case datetimeType:
      return new ApexDatetime(Date.parse(text));
    case idType: {
      // A record of metadata points to another by its name.
      const target = field.referenceTo[0] ?? object.name;
      const found = [...store.recordsOf(target)].find(
        (each) => each.fields.get('developername') === text || each.fields.get('qualifiedapiname') === text,
      );
      if (found === undefined) {
        throw new Error(`${object.name}.${field.name} names ${text}, which is no earlier record of ${target}.`);
      }
      return new ApexId(found.id);
    }
    default:
      return text;
  }
}
