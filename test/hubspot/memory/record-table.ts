import { CrmError } from '../../../hubspot/handlers/crm/crm-error.ts';
import type {
  CrmProblem,
  CrmRecord,
  ObjectType,
  PropertyDefinition,
  PropertyValues,
  PropertyVersion,
  SearchOrder,
} from '../../../hubspot/handlers/crm/crm.ts';
import { refuseValue, storedValue } from './property-value.ts';

/** Who changes something, in the words of a history. */
export type Source = {
  readonly sourceType: string;
  readonly sourceId?: string | null;
  readonly updatedByUserId?: number | null;
};

type Stored = {
  readonly id: string;
  readonly versions: Map<string, PropertyVersion[]>;
  readonly createdAt: number;
  updatedAt: number;
  isArchived: boolean;
};

/** All records of one type, each with every value that a property ever had. */
export class RecordTable {
  readonly objectType: ObjectType;
  readonly definitions = new Map<string, PropertyDefinition>();
  readonly groups = new Map<string, string>();
  readonly #records = new Map<string, Stored>();

  constructor(objectType: ObjectType) {
    this.objectType = objectType;
  }

  addGroup(name: string, label: string): void {
    if (this.groups.has(name)) {
      throw new CrmError('conflict', 'HubSpot has a group of that name.', { status: 409, category: 'CONFLICT' });
    }
    this.groups.set(name, label);
  }

  define(definitions: readonly PropertyDefinition[]): void {
    for (const { name, groupName } of definitions) {
      if (this.definitions.has(name)) {
        throw new CrmError('conflict', 'HubSpot has a property of that name.', { status: 409, category: 'CONFLICT' });
      }
      if (!this.groups.has(groupName)) {
        throw new CrmError('refused', 'HubSpot has no such group.', { status: 400, category: 'VALIDATION_ERROR' });
      }
    }
    for (const definition of definitions) {
      this.definitions.set(definition.name, definition);
    }
  }

  has(id: string): boolean {
    return this.#records.get(id)?.isArchived === false;
  }

  /** What HubSpot would say against these values; null where it takes them. */
  problemOf(values: PropertyValues, ownId: string | null): CrmProblem | null {
    for (const [property, value] of Object.entries(values)) {
      const definition = this.definitions.get(property) ?? null;
      // Of HubSpot's own properties not all are listed here; what Signalbox names must have been created.
      if (definition === null && (property.startsWith('sbx_') || this.objectType.startsWith('2-'))) {
        return { category: 'VALIDATION_ERROR', message: `Property "${property}" does not exist` };
      }
      const problem = value === null || value === '' ? null : refuseValue(property, definition, value);
      if (problem !== null) {
        return problem;
      }
      if (value !== null && value !== '' && this.#isTaken(property, definition, value, ownId)) {
        return { category: 'CONFLICT', message: `Another record has that value of "${property}"` };
      }
    }
    return null;
  }

  #isTaken(property: string, definition: PropertyDefinition | null, value: string, ownId: string | null): boolean {
    const isUnique = definition?.hasUniqueValue === true || (this.objectType === '0-1' && property === 'email');
    if (!isUnique) {
      return false;
    }
    const stored = storedValue(property, definition, value);
    return [...this.#records.values()].some(
      (record) => record.id !== ownId && !record.isArchived && newest(record, property) === stored,
    );
  }

  insert(id: string, values: PropertyValues, source: Source, now: number): void {
    const record: Stored = { id, versions: new Map(), createdAt: now, updatedAt: now, isArchived: false };
    this.#records.set(id, record);
    this.change(id, values, source, now);
  }

  /** A value that is there already is no change, and writes no history. */
  change(id: string, values: PropertyValues, source: Source, now: number): void {
    const record = this.#records.get(id)!;
    for (const [property, value] of Object.entries(values)) {
      const stored = storedValue(property, this.definitions.get(property) ?? null, value ?? '');
      if (newest(record, property) === (stored === '' ? null : stored)) {
        continue;
      }
      const versions = record.versions.get(property) ?? [];
      record.versions.set(property, [
        {
          value: stored,
          changedAt: now,
          sourceType: source.sourceType,
          sourceId: source.sourceId ?? null,
          updatedByUserId: source.updatedByUserId ?? null,
        },
        ...versions,
      ]);
      record.updatedAt = now;
    }
  }

  archive(id: string): void {
    const record = this.#records.get(id);
    if (record !== undefined) {
      record.isArchived = true;
    }
  }

  /** The record with what was asked for; null where there is none, or no more. */
  read(id: string, properties: readonly string[], historyOf: readonly string[]): CrmRecord | null {
    const record = this.#records.get(id);
    if (record === undefined || record.isArchived) {
      return null;
    }
    const asked = new Set([...properties, ...historyOf]);
    return {
      id,
      properties: {
        hs_object_id: id,
        createdate: new Date(record.createdAt).toISOString(),
        ...Object.fromEntries([...asked].map((property) => [property, this.valueOf(id, property)])),
      },
      history: Object.fromEntries(historyOf.map((property) => [property, record.versions.get(property) ?? []])),
      createdAt: record.createdAt,
      updatedAt: record.updatedAt,
      isArchived: false,
    };
  }

  valueOf(id: string, property: string): string | null {
    const record = this.#records.get(id);
    if (record === undefined) {
      return null;
    }
    if (property === 'hs_object_id') {
      return id;
    }
    if (property === 'createdate') {
      return new Date(record.createdAt).toISOString();
    }
    if (this.objectType === '0-136' && property === 'hs_lead_is_open' && !record.versions.has(property)) {
      const stage = newest(record, 'hs_pipeline_stage');
      return stage === 'qualified-stage-id' || stage === 'unqualified-stage-id' ? 'false' : 'true';
    }
    return newest(record, property);
  }

  /** Ids of what is there, in an order. */
  ids(order: SearchOrder = 'risingIds'): string[] {
    const risingIds = (one: Stored, other: Stored): number => Number(one.id) - Number(other.id);
    const compare = {
      risingIds,
      fallingIds: (one: Stored, other: Stored) => risingIds(other, one),
      lastCreated: (one: Stored, other: Stored) => other.createdAt - one.createdAt || risingIds(other, one),
    }[order];
    return [...this.#records.values()]
      .filter((record) => !record.isArchived)
      .sort(compare)
      .map((record) => record.id);
  }

  /** The record that has a unique value; null where none has. */
  idBy(property: string, value: string): string | null {
    const holder = [...this.#records.values()].find(
      (record) => !record.isArchived && newest(record, property)?.toLowerCase() === value.toLowerCase(),
    );
    return holder?.id ?? null;
  }
}

function newest(record: Stored, property: string): string | null {
  const value = record.versions.get(property)?.[0]?.value ?? '';
  return value === '' ? null : value;
}
