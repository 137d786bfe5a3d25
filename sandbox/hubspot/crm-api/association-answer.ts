import type { AssociatedRecord } from '../records/association-book.ts';
import type { AssociationType } from '../records/association-catalogue.ts';
import type { KnownType } from '../records/portal-schema.ts';
import type { PortalRecords } from '../records/portal-records.ts';

/** An associated record as reads of associations answer it. HubSpot writes its id as a number. */
export function associatedAnswer({ toId, types }: AssociatedRecord): { [key: string]: unknown } {
  return { toObjectId: Number(toId), associationTypes: types.map(typeAnswer) };
}

export function typeAnswer({ category, typeId, label }: AssociationType): { [key: string]: unknown } {
  return { category, typeId, label };
}

/** What associates two records after a write, by the labels. */
export function labelsAnswer(
  from: KnownType,
  fromId: string,
  to: KnownType,
  toId: string,
  types: readonly AssociationType[],
): { [key: string]: unknown } {
  return {
    fromObjectTypeId: from.objectTypeId,
    fromObjectId: Number(fromId),
    toObjectTypeId: to.objectTypeId,
    toObjectId: Number(toId),
    labels: types.flatMap(({ label }) => (label === null ? [] : [label])),
  };
}

/** The plain association, from both sides. */
export function defaultAnswer(
  records: PortalRecords,
  from: KnownType,
  fromId: string,
  to: KnownType,
  toId: string,
): { [key: string]: unknown }[] {
  const plain = records.schema.associationTypes.plain(from.objectTypeId, to.objectTypeId)!;
  const spec = (type: AssociationType) => ({ associationCategory: type.category, associationTypeId: type.typeId });
  return [
    { from: { id: fromId }, to: { id: toId }, associationSpec: spec(plain) },
    { from: { id: toId }, to: { id: fromId }, associationSpec: spec(records.schema.associationTypes.inverse(plain)) },
  ];
}
