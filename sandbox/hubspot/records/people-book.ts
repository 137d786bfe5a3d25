/** Somebody who can own records. The id is what `hubspot_owner_id` holds. */
export type PortalOwner = {
  readonly id: string;
  /** Of the user in the settings; null for one who comes from another system. */
  readonly userId: number | null;
  /** The id of their record among the users; null without one. */
  readonly recordId: string | null;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly teams: readonly OwnerTeam[];
  readonly createdAt: number;
  readonly updatedAt: number;
  /** When their user was deactivated; null while they are active. */
  readonly archivedAt: number | null;
};

export type OwnerTeam = { readonly id: string; readonly name: string; readonly isPrimary: boolean };

/** The owners of a portal, active or not. */
export class PeopleBook {
  readonly #owners = new Map<string, PortalOwner>();

  put(owner: PortalOwner): void {
    this.#owners.set(owner.id, owner);
  }

  find(ownerId: string): PortalOwner | null {
    return this.#owners.get(ownerId) ?? null;
  }

  findByUser(userId: number): PortalOwner | null {
    return this.all().find((owner) => owner.userId === userId) ?? null;
  }

  /** In the order in which they came. */
  all(): PortalOwner[] {
    return [...this.#owners.values()];
  }

  active(): PortalOwner[] {
    return this.all().filter((owner) => owner.archivedAt === null);
  }
}
