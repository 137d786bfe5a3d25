import { ApexId } from '../../apex/library/text/apex-id.ts';
import { isSameValue } from './same-value.ts';
import type { FormulaScope } from '../schema/formula/formula-scope.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { RecordSource, StoredRecord } from './stored-record.ts';

/** What formulas know beside the record: the clock and who is working. */
export interface FormulaWorld {
  readonly now: () => number;
  readonly timeZone: () => string;
  readonly userId: () => string;
  readonly organizationId: string;
}

interface Change {
  readonly isNew: boolean;
  readonly before: StoredRecord | null;
}

/** What a formula of an object may name, read from one of its records and those it points to. */
export function scopeOf(
  object: ObjectSchema,
  record: StoredRecord,
  source: RecordSource,
  world: FormulaWorld,
  change: Change | null = null,
): FormulaScope {
  const read = (path: readonly string[], from: StoredRecord | null) => readPath(path, object, from, source, world);
  return {
    read: (path) => read(path, record),
    isKnown: (path) => path.length > 1 || object.fields.has((path[0] ?? '').toLowerCase()),
    readPrior: (path) => read(path, change?.before ?? record),
    isChanged: (path) => {
      const before = change?.before ?? null;
      return before !== null && !isSameValue(read(path, record), read(path, before));
    },
    isNew: change?.isNew ?? false,
    now: world.now(),
    timeZone: world.timeZone(),
  };
}

function readPath(
  path: readonly string[],
  object: ObjectSchema,
  record: StoredRecord | null,
  source: RecordSource,
  world: FormulaWorld,
): unknown {
  const [first = '', ...rest] = path;
  if (first.startsWith('$')) {
    return readGlobal(first, rest, source, world);
  }
  if (rest.length === 0) {
    return record?.fields.get(first.toLowerCase()) ?? null;
  }
  const field = [...object.fields.values()].find(
    (each) => each.relationshipName?.toLowerCase() === first.toLowerCase(),
  );
  if (field === undefined) {
    throw new Error(`${object.name} has no relationship named ${first}.`);
  }
  const id = record?.fields.get(field.name.toLowerCase());
  const parent = id instanceof ApexId ? source.findRecord(id.value) : null;
  const target = source.describeObject(parent?.objectName ?? field.referenceTo[0] ?? '') as ObjectSchema | null;
  if (target === null) {
    throw new Error(`${field.name} of ${object.name} points to an object that the org does not have.`);
  }
  return readPath(rest, target, parent, source, world);
}

/** `$User.Email`, `$Organization.Name`, `$Setup.Switch__c.IsOn__c`. */
function readGlobal(name: string, rest: readonly string[], source: RecordSource, world: FormulaWorld): unknown {
  const of = (id: string | null, path: readonly string[]): unknown => {
    const record = id === null ? null : source.findRecord(id);
    const object = record === null ? null : (source.describeObject(record.objectName) as ObjectSchema | null);
    return object === null ? null : readPath(path, object, record, source, world);
  };
  switch (name.toLowerCase()) {
    case '$user':
      return of(world.userId(), rest);
    case '$profile':
      return of(world.userId(), ['Profile', ...rest]);
    case '$userrole':
      return of(world.userId(), ['UserRole', ...rest]);
    case '$organization':
      return of(world.organizationId, rest);
    case '$setup': {
      const [setting = '', ...path] = rest;
      return readSetting(setting, path, source, world);
    }
    default:
      throw new Error(`The global variable ${[name, ...rest].join('.')} is not supported in formulas.`);
  }
}

/** Of a hierarchy: what is set for the user, else for the profile, else for the org. */
function readSetting(setting: string, path: readonly string[], source: RecordSource, world: FormulaWorld): unknown {
  const object = source.describeObject(setting) as ObjectSchema | null;
  if (object === null) {
    throw new Error(`There is no custom setting named ${setting}.`);
  }
  const profile = source.findRecord(world.userId())?.fields.get('profileid');
  const rows = [...source.recordsOf(object.name)].filter((each) => !each.isDeleted);
  for (const owner of [world.userId(), profile instanceof ApexId ? profile.value : null, world.organizationId]) {
    const row = rows.find((each) => String(each.fields.get('setupownerid')) === owner);
    const value = row === undefined ? null : readPath(path, object, row, source, world);
    if (value !== null) {
      return value;
    }
  }
  return null;
}
