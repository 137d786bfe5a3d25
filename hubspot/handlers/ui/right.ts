/** What somebody may do with the rules of a portal. Each is granted by itself: who publishes need not be who edits. */
export const rights = ['read', 'edit', 'publish', 'grant'] as const;

/** `grant` gives and takes rights, and takes the app away. */
export type Right = (typeof rights)[number];

/**
 * What a call needs. `anybody` is every user who sees the app. `worker` is whoever the rules can give leads to, and whoever has
 * any right.
 */
export type NeededRight = Right | 'worker' | 'anybody';

/** Whether somebody with these rights may make a call that needs this one. */
export function mayCall(
  needed: NeededRight,
  caller: { readonly rights: readonly Right[]; readonly isWorker: boolean },
): boolean {
  switch (needed) {
    case 'anybody':
      return true;
    case 'worker':
      return caller.isWorker || caller.rights.length > 0;
    default:
      return caller.rights.includes(needed);
  }
}
