/**
 * Does work under a lease and renews the lease while it goes on. Without that a portal that answers slowly for longer than the
 * lease would have the same work done twice at once; with it a lease only ends early for whoever is really gone.
 *
 * A renewal that fails is not told of: the next one may come off, and if none does the lease ends, as it is meant to.
 */
export async function underLease<Result>(
  leaseMillis: number,
  renew: () => Promise<unknown>,
  work: () => Promise<Result>,
): Promise<Result> {
  let renewing: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    renewing = renewing.then(renew).catch(() => undefined);
  }, leaseMillis / 4);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    // One that is under way must not lengthen the lease after the work was given back.
    await renewing;
  }
}
