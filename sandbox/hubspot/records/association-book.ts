import { compareTypes, type AssociationType } from './association-catalogue.ts';
import { compareIds } from './record-shelf.ts';

/** A record seen from one that it is associated with. */
export type AssociatedRecord = {
  readonly toTypeId: string;
  readonly toId: string;
  /** The plain one first. */
  readonly types: readonly AssociationType[];
};

/** Which records are associated with which. Both sides are written, each with its own types. */
export class AssociationBook {
  readonly #from = new Map<string, Map<string, Map<string, Set<AssociationType>>>>();

  /** @returns whether there was no association before */
  add(fromTypeId: string, fromId: string, toId: string, type: AssociationType): boolean {
    const key = keyOf(fromTypeId, fromId);
    let byType = this.#from.get(key);
    if (byType === undefined) this.#from.set(key, (byType = new Map<string, Map<string, Set<AssociationType>>>()));
    let byId = byType.get(type.to);
    if (byId === undefined) byType.set(type.to, (byId = new Map<string, Set<AssociationType>>()));
    let types = byId.get(toId);
    const isNew = types === undefined;
    if (types === undefined) byId.set(toId, (types = new Set()));
    types.add(type);
    return isNew;
  }

  /** @returns whether nothing associates the two any more */
  remove(fromTypeId: string, fromId: string, toId: string, type: AssociationType): boolean {
    const byId = this.#from.get(keyOf(fromTypeId, fromId))?.get(type.to);
    const types = byId?.get(toId);
    if (byId === undefined || types === undefined || !types.delete(type) || types.size > 0) return false;
    byId.delete(toId);
    return true;
  }

  /** In the order of their ids. */
  list(fromTypeId: string, fromId: string, toTypeId: string): AssociatedRecord[] {
    const byId = this.#from.get(keyOf(fromTypeId, fromId))?.get(toTypeId);
    if (byId === undefined) return [];
    return [...byId]
      .map(([toId, types]) => ({ toTypeId, toId, types: [...types].toSorted(compareTypes) }))
      .toSorted((one, other) => compareIds(one.toId, other.toId));
  }

  typesBetween(fromTypeId: string, fromId: string, toTypeId: string, toId: string): AssociationType[] {
    return [...(this.#from.get(keyOf(fromTypeId, fromId))?.get(toTypeId)?.get(toId) ?? [])].toSorted(compareTypes);
  }

  /** To every type that there is one to. */
  listAll(fromTypeId: string, fromId: string): AssociatedRecord[] {
    const typeIds = [...(this.#from.get(keyOf(fromTypeId, fromId))?.keys() ?? [])].toSorted();
    return typeIds.flatMap((toTypeId) => this.list(fromTypeId, fromId, toTypeId));
  }
}

function keyOf(objectTypeId: string, id: string): string {
  return `${objectTypeId}/${id}`;
}
