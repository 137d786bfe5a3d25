import { standardAssociations } from './standard/association-types.ts';

export type AssociationCategory = 'HUBSPOT_DEFINED' | 'USER_DEFINED' | 'INTEGRATOR_DEFINED';

export type AssociationKind = { readonly category: AssociationCategory; readonly typeId: number };

/** A way in which a record of one type belongs to a record of another, seen from the first. */
export type AssociationType = AssociationKind & {
  readonly from: string;
  readonly to: string;
  /** Null for the plain association that every other one comes with. */
  readonly label: string | null;
  /** The name that a label was defined with. */
  readonly name: string | null;
  /** A primary one, seen from the record that can have only one such: a contact's primary company. */
  readonly isSeat: boolean;
  /** The same seen from the other. */
  readonly inverseTypeId: number;
};

/** The association types that a portal knows: HubSpot's, those of custom objects, and labels of its own. */
export class AssociationCatalogue {
  readonly #types: AssociationType[] = [];
  #nextTypeId = 1;

  constructor() {
    for (const { from, to, typeId, inverseTypeId, label, inverseLabel, isPrimary } of standardAssociations) {
      const both = { category: 'HUBSPOT_DEFINED', name: null } as const;
      this.#types.push({ ...both, from, to, typeId, inverseTypeId, label, isSeat: isPrimary });
      if (typeId === inverseTypeId) continue;
      const swapped = { from: to, to: from, typeId: inverseTypeId, inverseTypeId: typeId, label: inverseLabel };
      this.#types.push({ ...both, ...swapped, isSeat: false });
    }
  }

  /** All from one type to another, the plain one first. */
  between(from: string, to: string): AssociationType[] {
    return this.#types.filter((type) => type.from === from && type.to === to).toSorted(compareTypes);
  }

  /** The plain one; null when records of the two types cannot be associated. */
  plain(from: string, to: string): AssociationType | null {
    return this.#types.find((type) => type.from === from && type.to === to && type.label === null) ?? null;
  }

  find(from: string, to: string, kind: AssociationKind): AssociationType | null {
    return this.between(from, to).find((type) => isSameKind(type, kind)) ?? null;
  }

  /** Of which type the other record has to be; null when no type has the id. */
  findFrom(from: string, kind: AssociationKind): AssociationType | null {
    return this.#types.find((type) => type.from === from && isSameKind(type, kind)) ?? null;
  }

  inverse(type: AssociationType): AssociationType {
    return this.find(type.to, type.from, { category: type.category, typeId: type.inverseTypeId })!;
  }

  /**
   * Makes the plain association of a new pair of types, or a label for an old one.
   *
   * @returns the new type as seen from both sides
   */
  define(
    from: string,
    to: string,
    label: string | null,
    name: string | null,
    inverseLabel: string | null = label,
  ): [AssociationType, AssociationType] {
    const typeId = this.#nextTypeId;
    const inverseTypeId = typeId + 1;
    this.#nextTypeId = typeId + 2;
    const both = { category: 'USER_DEFINED', name, isSeat: false } as const;
    const forward = { ...both, from, to, typeId, inverseTypeId, label };
    const backward = { ...both, from: to, to: from, typeId: inverseTypeId, inverseTypeId: typeId, label: inverseLabel };
    this.#types.push(forward, backward);
    return [forward, backward];
  }

  /** With everything that led to or from a type. */
  forget(objectTypeId: string): void {
    const kept = this.#types.filter((type) => type.from !== objectTypeId && type.to !== objectTypeId);
    this.#types.splice(0, this.#types.length, ...kept);
  }
}

export function isSameKind(one: AssociationKind, other: AssociationKind): boolean {
  return one.typeId === other.typeId && one.category === other.category;
}

/** The plain one first, then HubSpot's own, then the portal's. */
export function compareTypes(one: AssociationType, other: AssociationType): number {
  return (
    Number(one.label !== null) - Number(other.label !== null) ||
    (one.category < other.category ? -1 : one.category > other.category ? 1 : one.typeId - other.typeId)
  );
}
