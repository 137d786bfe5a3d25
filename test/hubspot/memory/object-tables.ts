import type { CrmProblem, KnownSchema, ObjectCreation, ObjectType } from '../../../hubspot/handlers/crm/crm.ts';
import { RecordTable } from './record-table.ts';

const typeIds: Readonly<Record<string, string>> = {
  contacts: '0-1',
  companies: '0-2',
  tasks: '0-27',
  notes: '0-46',
  users: '0-115',
  leads: '0-136',
};

/** The tables of all types, and which records are associated. A type is called by its name or by its id. */
export class ObjectTables {
  readonly schemas: KnownSchema[] = [];
  readonly #tables = new Map<string, RecordTable>();
  readonly #associations = new Map<string, Set<string>>();

  typeId(objectType: ObjectType): string {
    const schema = this.schemas.find((one) => one.fullyQualifiedName === objectType || one.name === objectType);
    return typeIds[objectType] ?? schema?.objectTypeId ?? objectType;
  }

  of(objectType: ObjectType): RecordTable {
    const typeId = this.typeId(objectType);
    let table = this.#tables.get(typeId);
    if (table === undefined) {
      table = new RecordTable(typeId);
      this.#tables.set(typeId, table);
    }
    return table;
  }

  associate(fromType: ObjectType, fromId: string, toType: ObjectType, toId: string): void {
    this.#linked(fromType, fromId, toType).add(toId);
    this.#linked(toType, toId, fromType).add(fromId);
  }

  /** Ids of what is associated and still there, in the order in which it was. */
  associated(fromType: ObjectType, fromId: string, toType: ObjectType): string[] {
    return [...this.#linked(fromType, fromId, toType)].filter((id) => this.of(toType).has(id));
  }

  /** What HubSpot would say against a new record; null where it takes it. A lead needs a name and a contact. */
  problemOfNew(objectType: ObjectType, creation: ObjectCreation): CrmProblem | null {
    if (creation.associations.some((other) => !this.of(other.toType).has(other.toId))) {
      return { category: 'OBJECT_NOT_FOUND', message: 'There is no record to associate with' };
    }
    const isLead = this.typeId(objectType) === '0-136';
    const hasContact = creation.associations.some((other) => this.typeId(other.toType) === '0-1');
    if (isLead && (!hasContact || (creation.properties['hs_lead_name'] ?? '') === '')) {
      return { category: 'VALIDATION_ERROR', message: 'A lead needs a name and a contact' };
    }
    return this.of(objectType).problemOf(creation.properties, null);
  }

  #linked(fromType: ObjectType, fromId: string, toType: ObjectType): Set<string> {
    const key = `${this.typeId(fromType)} ${fromId} ${this.typeId(toType)}`;
    let linked = this.#associations.get(key);
    if (linked === undefined) {
      linked = new Set();
      this.#associations.set(key, linked);
    }
    return linked;
  }
}
