import { standardObjects } from '../../apex/library/record/standard-objects.ts';
import { NamesOfNamespace } from '../../apex/run/namespace-in-force.ts';
import { idType } from '../../apex/types/apex-type.ts';
import { describeStandard } from './describe-standard.ts';
import { describedField, isComputed, type FieldSchema, type Picklist } from './field-schema.ts';
import type { MetadataElement } from './metadata-element.ts';
import { filesOf, type MetadataFiles } from './metadata-files.ts';
import type { ObjectSchema, RecordTypeSchema, Reference, ValidationRule } from './object-schema.ts';
import {
  isCustomField,
  readField,
  readPicklistValue,
  readStandardField,
  type StandardFieldChange,
} from './read-field.ts';
import { readObject, readRecordType, readValidationRule } from './read-object.ts';
import { describeCompanions } from './describe-companions.ts';

/** Makes the maps by names: with a managed package, those in which its code finds its own names without its namespace. */
type MapMaker = <V>(entries: Iterable<readonly [string, V]>) => Map<string, V>;

const plainNames: MapMaker = (entries) => new Map(entries);
const namesOfNamespace: MapMaker = (entries) => new NamesOfNamespace(entries);

/** All objects of an org. */
export class OrgSchema {
  private readonly objects: ReadonlyMap<string, ObjectSchema>;
  private readonly byPrefix = new Map<string, ObjectSchema>();
  private readonly references = new Map<string, Reference[]>();

  constructor(objects: readonly ObjectSchema[], namesOf: MapMaker = plainNames) {
    this.objects = namesOf(objects.map((each) => [each.name.toLowerCase(), each]));
    for (const object of objects) {
      if (object.keyPrefix !== null && !this.byPrefix.has(object.keyPrefix)) {
        this.byPrefix.set(object.keyPrefix, object);
      }
      for (const field of object.fields.values()) {
        for (const target of field.referenceTo) {
          const key = target.toLowerCase();
          this.references.set(key, [...(this.references.get(key) ?? []), { object, field }]);
        }
      }
    }
  }

  /** By name in any case. */
  find(name: string): ObjectSchema | null {
    return this.objects.get(name.toLowerCase()) ?? null;
  }

  /** As `find`, for a name that was read from the schema itself or is otherwise known to be there. */
  demand(name: string): ObjectSchema {
    const found = this.find(name);
    if (found === null) {
      throw new Error(`The org has no object named ${name}.`);
    }
    return found;
  }

  names(): readonly string[] {
    return [...this.objects.values()].map((each) => each.name);
  }

  /** The fields of all objects that point to this one. */
  referencesTo(objectName: string): readonly Reference[] {
    return this.references.get(objectName.toLowerCase()) ?? [];
  }

  /** The object whose records have ids like this one: objectOfId('00Q…') → Lead; null where none has. */
  objectOfId(id: string): ObjectSchema | null {
    return this.byPrefix.get(id.slice(0, 3)) ?? null;
  }
}

/**
 * The schema of an org into which a package with these files was deployed: standard objects, with the fields, rules and record
 * types that the package adds to them, and its own objects. buildSchema(readMetadataFolder('salesforce/package')). Of a managed
 * package the files have its namespace in all their names already.
 */
export function buildSchema(files: MetadataFiles, isManaged = false): OrgSchema {
  const namesOf = isManaged ? namesOfNamespace : plainNames;
  const globals = new Map(
    filesOf(files, /(?:^|\/)([^/]+)\.globalValueSet-meta\.xml$/).map(({ match, file }) => [
      match[1] ?? '',
      { isRestricted: true, values: file.all('customValue').map(readPicklistValue) } satisfies Picklist,
    ]),
  );
  const globalValues = (name: string): Picklist => {
    const found = globals.get(name);
    if (found === undefined) {
      throw new Error(`There is no global value set named ${name}.`);
    }
    return found;
  };
  const fields = groupByObject(files, 'fields', 'field', (file) =>
    isCustomField(file) ? readField(file, globalValues) : null,
  );
  const changes = groupByObject(files, 'fields', 'field', (file) =>
    isCustomField(file) ? null : readStandardField(file, globalValues),
  );
  const rules = groupByObject(files, 'validationRules', 'validationRule', readValidationRule);
  const types = groupByObject(files, 'recordTypes', 'recordType', readRecordType);
  const standard = standardObjects().map(describeStandard);
  const custom = readCustomObjects(files, fields);
  const whole = [...standard, ...custom, ...custom.flatMap(describeCompanions)].map((object) =>
    complete(namesOf, object, {
      fields: fields.get(object.name) ?? [],
      changes: changes.get(object.name) ?? [],
      validationRules: rules.get(object.name) ?? [],
      recordTypes: types.get(object.name) ?? [],
    }),
  );
  refuseStrangers(whole, [fields, changes, rules, types]);
  nameChildren(whole);
  return new OrgSchema(whole, namesOf);
}

function groupByObject<T>(
  files: MetadataFiles,
  folder: string,
  kind: string,
  read: (file: MetadataElement) => T | null,
): Map<string, T[]> {
  const found = new Map<string, T[]>();
  const pattern = new RegExp(`(?:^|/)objects/([^/]+)/${folder}/[^/]+\\.${kind}-meta\\.xml$`);
  for (const { match, file } of filesOf(files, pattern)) {
    const made = read(file);
    if (made !== null) {
      const object = match[1] ?? '';
      found.set(object, [...(found.get(object) ?? []), made]);
    }
  }
  return found;
}

const recordTypeField = describedField({
  name: 'RecordTypeId',
  type: idType,
  displayType: 'REFERENCE',
  relationshipName: 'RecordType',
  referenceTo: ['RecordType'],
});

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Prefixes are given in the order of deployment on the platform; here in that of names, so that they are the same in each run. */
function prefixOf(letter: string, index: number): string {
  return letter + digits.charAt(Math.floor(index / 62)) + digits.charAt(index % 62);
}

function readCustomObjects(files: MetadataFiles, fields: ReadonlyMap<string, readonly FieldSchema[]>): ObjectSchema[] {
  const counts = new Map<string, number>();
  return filesOf(files, /(?:^|\/)objects\/([^/]+__(?:c|mdt|e))\/\1\.object-meta\.xml$/).map(({ match, file }) => {
    const name = match[1] ?? '';
    const letter = name.endsWith('__mdt') ? 'm' : name.endsWith('__e') ? 'e' : 'a';
    const index = (counts.get(letter) ?? 0) + 1;
    counts.set(letter, index);
    return readObject(name, prefixOf(letter, index), file, fields.get(name) ?? []);
  });
}

/** What the files of a package add to an object. */
interface Additions {
  readonly fields: readonly FieldSchema[];
  readonly changes: readonly StandardFieldChange[];
  readonly validationRules: readonly ValidationRule[];
  readonly recordTypes: readonly RecordTypeSchema[];
}

function complete(
  namesOf: MapMaker,
  object: ObjectSchema,
  { fields: added, changes, validationRules, recordTypes }: Additions,
): ObjectSchema {
  const fields = namesOf(object.fields);
  for (const field of added) {
    fields.set(field.name.toLowerCase(), field);
  }
  for (const { name, change } of changes) {
    const earlier = fields.get(name.toLowerCase());
    if (earlier === undefined) {
      throw new Error(`There is metadata for ${object.name}.${name}, which is no field of that object.`);
    }
    fields.set(name.toLowerCase(), { ...earlier, ...change });
  }
  if (recordTypes.length > 0 && !fields.has('recordtypeid')) {
    fields.set('recordtypeid', recordTypeField);
  }
  const computedFields = [...fields.values()].filter(isComputed);
  return { ...object, fields, children: namesOf(object.children), validationRules, recordTypes, computedFields };
}

/** A folder for an object that is nowhere described would otherwise be lost without a word. */
function refuseStrangers(objects: readonly ObjectSchema[], groups: readonly ReadonlyMap<string, unknown>[]): void {
  const names = new Set(objects.map((each) => each.name));
  for (const name of groups.flatMap((each) => [...each.keys()])) {
    if (!names.has(name)) {
      throw new Error(
        `There is metadata for ${name}, which is neither a known standard object nor has a file of its own.`,
      );
    }
  }
}

/** The lists of children that custom references name at their parents: `Touches` of Touch__c.Lead__c is `Touches__r` of Lead. */
function nameChildren(objects: readonly ObjectSchema[]): void {
  const byName = new Map(objects.map((each) => [each.name, each.children as Map<string, string>]));
  for (const object of objects) {
    for (const field of object.fields.values()) {
      if (field.childRelationshipName === null || !field.name.endsWith('__c')) {
        continue;
      }
      for (const target of field.referenceTo) {
        byName.get(target)?.set(`${field.childRelationshipName}__r`.toLowerCase(), object.name);
      }
    }
  }
}
