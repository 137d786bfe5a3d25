import type { AssociationKind, AssociationType } from './association-catalogue.ts';
import type { KnownType } from './portal-schema.ts';
import type { PortalRecord } from './portal-record.ts';
import { shelfOf, type PortalState } from './portal-state.ts';
import type { ChangeSource } from './record-change.ts';
import { RecordRefusal } from './record-refusal.ts';
import { calculation, writeValues } from './write-values.ts';

/** What a record is to be associated with. Without kinds it is the plain association. */
export type AssociationInput = {
  readonly toTypeId: string;
  readonly toId: string;
  readonly kinds?: readonly AssociationKind[];
};

/** An association that was checked: the record and every type that associates. */
export type PlannedAssociation = { readonly to: PortalRecord; readonly types: readonly AssociationType[] };

/**
 * Checks that a record can be associated so.
 *
 * @throws RecordRefusal when the other record is not there, or no association type fits
 */
export function planAssociation(state: PortalState, from: KnownType, input: AssociationInput): PlannedAssociation {
  const to = state.schema.type(input.toTypeId);
  const plain = state.schema.associationTypes.plain(from.objectTypeId, to.objectTypeId);
  const kinds = input.kinds ?? [];
  const types = kinds.map((kind) => state.schema.associationTypes.find(from.objectTypeId, to.objectTypeId, kind));
  if (plain === null || types.includes(null)) {
    const what = kinds.length === 0 ? '' : ` with type ${kinds.map(({ typeId }) => typeId).join(', ')}`;
    throw new RecordRefusal(
      400,
      'VALIDATION_ERROR',
      `No association from ${from.name} to ${to.name}${what} is defined.`,
      {
        subCategory: 'crm.associations.INVALID_ASSOCIATION_TYPE',
      },
    );
  }
  const record = shelfOf(state, to.objectTypeId).find(input.toId);
  if (record === null || record.archivedAt !== null) throw refuseInvalidIds([`${to.name}=${input.toId}`]);
  // Labelled or primary: the plain association always stands beside it.
  return {
    to: record,
    types: [plain, ...types.filter((type) => type !== null && type !== plain)] as AssociationType[],
  };
}

export function refuseInvalidIds(invalid: readonly string[]): RecordRefusal {
  return new RecordRefusal(400, 'VALIDATION_ERROR', 'One or more associations are not valid', {
    subCategory: 'crm.associations.INVALID_OBJECT_IDS',
    errors: invalid.map((each) => ({
      message: `${each} is not valid`,
      subCategory: 'crm.associations.INVALID_OBJECT_IDS',
    })),
  });
}

/** Associates two records as planned and announces it, once from each side. */
export function performAssociation(
  state: PortalState,
  from: PortalRecord,
  planned: PlannedAssociation,
  source: ChangeSource,
): void {
  const { to } = planned;
  const types = [...planned.types];
  const first = firstPrimary(state, from, to);
  if (first !== null && !types.includes(first)) types.push(first);
  const isNew = state.associations.typesBetween(from.objectTypeId, from.id, to.objectTypeId, to.id).length === 0;
  for (const type of types) {
    unseat(state, from, to, type);
    state.associations.add(from.objectTypeId, from.id, to.id, type);
    state.associations.add(to.objectTypeId, to.id, from.id, state.schema.associationTypes.inverse(type));
  }
  if (isNew) announceAssociation(state, from, to, source, false);
  followPrimary(state, from, to);
  followPrimary(state, to, from);
}

/** The first company that a contact is associated with is its primary one. */
function firstPrimary(state: PortalState, from: PortalRecord, to: PortalRecord): AssociationType | null {
  const isForward = from.objectTypeId === '0-1' && to.objectTypeId === '0-2';
  if (!isForward && !(from.objectTypeId === '0-2' && to.objectTypeId === '0-1')) return null;
  const contact = isForward ? from : to;
  const companies = state.associations.list('0-1', contact.id, '0-2');
  if (companies.some(({ types }) => types.some((type) => type.isSeat))) return null;
  const seat = state.schema.associationTypes.between('0-1', '0-2').find((type) => type.isSeat)!;
  return isForward ? seat : state.schema.associationTypes.inverse(seat);
}

/** Where a record can have only one such, the one before becomes a plain one. */
function unseat(state: PortalState, from: PortalRecord, to: PortalRecord, type: AssociationType): void {
  const inverse = state.schema.associationTypes.inverse(type);
  if (!type.isSeat && !inverse.isSeat) return;
  const [holder, other, seat] = type.isSeat ? [from, to, type] : [to, from, inverse];
  for (const { toId, types } of state.associations.list(holder.objectTypeId, holder.id, other.objectTypeId)) {
    if (toId === other.id || !types.includes(seat)) continue;
    state.associations.remove(holder.objectTypeId, holder.id, toId, seat);
    state.associations.remove(other.objectTypeId, toId, holder.id, state.schema.associationTypes.inverse(seat));
  }
}

/** Contacts and leads carry the id of the one they belong to first. */
function followPrimary(state: PortalState, from: PortalRecord, to: PortalRecord): void {
  const property =
    from.objectTypeId === '0-1' && to.objectTypeId === '0-2'
      ? 'associatedcompanyid'
      : from.objectTypeId === '0-136' && to.objectTypeId === '0-1'
        ? 'hs_primary_contact_id'
        : null;
  if (property === null) return;
  const primary = state.associations
    .list(from.objectTypeId, from.id, to.objectTypeId)
    .find(({ types }) => types.some((type) => type.isSeat));
  const type = state.schema.type(from.objectTypeId);
  writeValues(state, type, from, new Map([[property, primary?.toId ?? '']]), calculation);
}

/** Takes away some of the types that associate two records, or all of them. */
export function dissociate(
  state: PortalState,
  from: PortalRecord,
  to: PortalRecord,
  kinds: readonly AssociationKind[] | null,
  source: ChangeSource,
): void {
  const there = state.associations.typesBetween(from.objectTypeId, from.id, to.objectTypeId, to.id);
  const going = there.filter(
    (type) => kinds === null || kinds.some((kind) => kind.typeId === type.typeId && kind.category === type.category),
  );
  let isGone = false;
  for (const type of going) {
    isGone = state.associations.remove(from.objectTypeId, from.id, to.id, type) || isGone;
    state.associations.remove(to.objectTypeId, to.id, from.id, state.schema.associationTypes.inverse(type));
  }
  if (isGone) announceAssociation(state, from, to, source, true);
  followPrimary(state, from, to);
  followPrimary(state, to, from);
}

function announceAssociation(
  state: PortalState,
  from: PortalRecord,
  to: PortalRecord,
  source: ChangeSource,
  isRemoved: boolean,
): void {
  const at = state.now();
  for (const [one, other] of [
    [from, to],
    [to, from],
  ] as const) {
    state.announce({
      kind: 'associationChange',
      objectTypeId: one.objectTypeId,
      objectId: one.id,
      toTypeId: other.objectTypeId,
      toId: other.id,
      isRemoved,
      source,
      at,
    });
  }
}
