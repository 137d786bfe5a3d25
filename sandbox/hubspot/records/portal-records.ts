import { addOwner, addUser, deactivateOwner, type NewOwner, type NewUser } from './add-people.ts';
import { dissociate, performAssociation, planAssociation, type AssociationInput } from './associate-records.ts';
import type { AssociatedRecord } from './association-book.ts';
import type { AssociationKind, AssociationType } from './association-catalogue.ts';
import { ChangeAnnouncer } from './change-announcer.ts';
import {
  archiveRecord,
  createRecords,
  planUpdates,
  requireRecord,
  restoreRecord,
  updateRecords,
  type RecordUpdate,
} from './change-records.ts';
import type { NewValues } from './check-properties.ts';
import type { NewRecord } from './create-record.ts';
import { countProperties, refuseTooMany, type PropertyCounts } from './count-properties.ts';
import { defineGroup, defineProperties, removeProperty, type NewProperty } from './define-properties.ts';
import { defineSchema, removeSchema, type NewSchema } from './define-schema.ts';
import { eraseContact } from './erase-contact.ts';
import { mergeRecords } from './merge-records.ts';
import type { PeopleBook, PortalOwner } from './people-book.ts';
import type { PortalRecord } from './portal-record.ts';
import type { KnownType, PortalSchema } from './portal-schema.ts';
import { openPortalState, shelfOf, type PortalOptions, type PortalState } from './portal-state.ts';
import type { PropertyDefinition, PropertyGroup } from './property-definition.ts';
import type { ChangeSource, RecordChange, Tier } from './record-change.ts';
import { RecordRefusal, refuseMissing } from './record-refusal.ts';
import { countActivity } from './roll-up-activity.ts';
import { rollUpDeals } from './roll-up-deals.ts';
import { searchRecords } from './search/search-records.ts';
import type { SearchRequest, SearchResult } from './search/search-request.ts';
import { isKeptUnique } from './write-values.ts';

/**
 * The records of one portal, in memory: what HubSpot's CRM keeps, and the rules by which it keeps them. It has no clock, ids
 * or chance of its own.
 *
 * A type is named by its id (`0-1`), its names (`contacts`, `CONTACT`) or its fully qualified name (`p7_rule`). Whatever cannot
 * be done throws a RecordRefusal and changes nothing.
 */
export class PortalRecords {
  readonly timeZone: string;
  readonly #state: PortalState;
  readonly #changes = new ChangeAnnouncer();

  constructor(options: PortalOptions) {
    this.timeZone = options.timeZone ?? 'UTC';
    const state = openPortalState(options, this.#changes.announce);
    this.#state = state;
    this.onChange((change) => this.#changes.perform(() => rollUpDeals(state, change)));
  }

  get portalId(): number {
    return this.#state.portalId;
  }

  get tier(): Tier {
    return this.#state.tier;
  }

  /** The instant in the portal, in UTC milliseconds. */
  get now(): number {
    return this.#state.now();
  }

  /** Types, properties, pipelines and association types, to be read. */
  get schema(): PortalSchema {
    return this.#state.schema;
  }

  /** The owners, to be read. */
  get people(): PeopleBook {
    return this.#state.people;
  }

  /** Tells of every change after it was made, in order. The answer ends it. */
  onChange(listener: (change: RecordChange) => void): () => void {
    return this.#changes.listen(listener);
  }

  createRecord(
    type: string,
    properties: NewValues,
    source: ChangeSource,
    associations: readonly AssociationInput[] = [],
  ): PortalRecord {
    return this.createRecords(type, [{ properties, associations }], source)[0]!;
  }

  /** All of them, or none. */
  createRecords(type: string, inputs: readonly NewRecord[], source: ChangeSource): PortalRecord[] {
    return this.#changes.perform(() => createRecords(this.#state, this.schema.type(type), inputs, source));
  }

  updateRecord(type: string, id: string, properties: NewValues, source: ChangeSource): PortalRecord {
    return this.updateRecords(type, [{ id, properties }], source)[0]!;
  }

  /** All of them, or none. */
  updateRecords(type: string, updates: readonly RecordUpdate[], source: ChangeSource): PortalRecord[] {
    return this.#changes.perform(() => updateRecords(this.#state, this.schema.type(type), updates, source));
  }

  /** Throws what updateRecords would throw, and changes nothing. */
  checkUpdates(type: string, updates: readonly RecordUpdate[], source: ChangeSource): void {
    planUpdates(this.#state, this.schema.type(type), updates, source);
  }

  archiveRecord(type: string, id: string, source: ChangeSource): void {
    this.#changes.perform(() => archiveRecord(this.#state, this.schema.type(type), id, source));
  }

  restoreRecord(type: string, id: string, source: ChangeSource): PortalRecord {
    return this.#changes.perform(() => restoreRecord(this.#state, this.schema.type(type), id, source));
  }

  /** @returns the merged record, which has a new id; both old ids lead to it */
  mergeRecords(type: string, primaryId: string, otherId: string, source: ChangeSource): PortalRecord {
    return this.#changes.perform(() => mergeRecords(this.#state, this.schema.type(type), primaryId, otherId, source));
  }

  /** Deletes a contact for ever. Its addresses are blocked. */
  eraseContact(id: string, source: ChangeSource): void {
    const contact = shelfOf(this.#state, '0-1').find(id);
    if (contact === null) throw refuseMissing();
    this.#changes.perform(() => eraseContact(this.#state, contact, source));
  }

  /** By address: erases the contact that has it, and blocks it in any case. */
  eraseEmail(email: string, source: ChangeSource): void {
    const contact = shelfOf(this.#state, '0-1').findByValue('email', email);
    if (contact !== null) this.eraseContact(contact.id, source);
    this.#state.blockedEmails.add(email.toLowerCase());
  }

  /**
   * A record by its id, or by a property whose values are unique. Ids from before a merge lead to what they are now; archived
   * records are found only when asked for.
   */
  findRecord(type: string, idOrUnique: string, idProperty?: string, isArchived = false): PortalRecord | null {
    const known = this.schema.type(type);
    const shelf = shelfOf(this.#state, known.objectTypeId);
    if (idProperty !== undefined && idProperty !== 'hs_object_id' && !isKeptUnique(known, idProperty)) {
      throw new RecordRefusal(400, 'VALIDATION_ERROR', `idProperty "${idProperty}" does not have unique values.`);
    }
    const isById = idProperty === undefined || idProperty === 'hs_object_id';
    const record = isById ? shelf.find(idOrUnique) : shelf.findByValue(idProperty, idOrUnique.trim());
    return record !== null && (record.archivedAt !== null) === isArchived ? record : null;
  }

  /** A page of up to `most` records after an id, in the order of their ids. */
  listRecords(type: string, after: string | null = null, most = 100, isArchived = false): PortalRecord[] {
    return shelfOf(this.#state, this.schema.type(type).objectTypeId).page(isArchived, after, most);
  }

  searchRecords(type: string, request: SearchRequest): SearchResult {
    return searchRecords(this.#state, this.schema.type(type), request);
  }

  /** Without kinds by the plain association; with labelled ones the plain one comes along. */
  associate(fromType: string, fromId: string, to: AssociationInput, source: ChangeSource): readonly AssociationType[] {
    const type = this.schema.type(fromType);
    return this.#changes.perform(() => {
      const from = requireRecord(this.#state, type, fromId);
      const planned = planAssociation(this.#state, type, to);
      const isNew = this.#typesBetween(from, planned.to).length === 0;
      performAssociation(this.#state, from, planned, source);
      if (isNew) {
        countActivity(this.#state, from, planned.to);
        countActivity(this.#state, planned.to, from);
      }
      return this.#typesBetween(from, planned.to);
    });
  }

  /** All associations between two records, or those of some kinds. What is not there is no error. */
  dissociate(
    fromType: string,
    fromId: string,
    toType: string,
    toId: string,
    source: ChangeSource,
    kinds: readonly AssociationKind[] | null = null,
  ): void {
    const from = shelfOf(this.#state, this.schema.type(fromType).objectTypeId).find(fromId);
    const to = shelfOf(this.#state, this.schema.type(toType).objectTypeId).find(toId);
    if (from === null || to === null) return;
    this.#changes.perform(() => dissociate(this.#state, from, to, kinds, source));
  }

  /** The records of a type that a record is associated with, in the order of their ids; archived ones are left out. */
  associationsOf(fromType: string, fromId: string, toType: string): AssociatedRecord[] {
    const from = shelfOf(this.#state, this.schema.type(fromType).objectTypeId).find(fromId);
    if (from === null) return [];
    const to = this.schema.type(toType).objectTypeId;
    return this.#state.associations
      .list(from.objectTypeId, from.id, to)
      .filter(({ toId }) => shelfOf(this.#state, to).find(toId)?.archivedAt === null);
  }

  /** A label that two types of record can be associated with, and its other side. */
  defineLabel(fromType: string, toType: string, name: string, label: string, inverseLabel = label): AssociationType[] {
    const [from, to] = [this.schema.type(fromType), this.schema.type(toType)];
    return this.schema.associationTypes.define(from.objectTypeId, to.objectTypeId, label, name, inverseLabel);
  }

  addOwner(owner: NewOwner): PortalOwner {
    return this.#changes.perform(() => addOwner(this.#state, owner));
  }

  /** A user is three things with three ids: a user of the settings, a record of type 0-115 and an owner. */
  addUser(user: NewUser): PortalOwner {
    return this.#changes.perform(() => addUser(this.#state, user));
  }

  /** Their user can no longer sign in, and nothing can be given to them. */
  deactivateOwner(ownerId: string): PortalOwner {
    const owner = this.people.find(ownerId);
    if (owner === null) throw refuseMissing();
    return this.#changes.perform(() => deactivateOwner(this.#state, owner));
  }

  defineProperty(type: string, property: NewProperty): PropertyDefinition {
    return this.defineProperties(type, [property])[0]!;
  }

  /** All of them, or none. */
  defineProperties(type: string, properties: readonly NewProperty[]): PropertyDefinition[] {
    refuseTooMany(this.#state, properties.length);
    return defineProperties(this.schema.type(type), properties, this.#state.now());
  }

  /** How many properties were added, to each type and to all, and how many may be. */
  countProperties(): PropertyCounts {
    return countProperties(this.#state);
  }

  definePropertyGroup(type: string, name: string, label: string): PropertyGroup {
    return defineGroup(this.schema.type(type), name, label);
  }

  removeProperty(type: string, name: string): void {
    removeProperty(this.schema.type(type), name);
  }

  /** A custom object. Only Enterprise portals have any. */
  defineSchema(schema: NewSchema): KnownType {
    return defineSchema(this.#state, schema);
  }

  removeSchema(type: string): void {
    removeSchema(this.#state, this.schema.type(type));
  }

  #typesBetween(from: PortalRecord, to: PortalRecord): AssociationType[] {
    return this.#state.associations.typesBetween(from.objectTypeId, from.id, to.objectTypeId, to.id);
  }
}
