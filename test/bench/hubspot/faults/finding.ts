/** Something that is not as it must be, in a portal and perhaps on one contact of it. */
export type Finding = { readonly portalId: number; readonly contactId: string | null; readonly what: string };
