import { hashText } from '../../../core/src/author/run/hash-text.ts';
import { callKey } from '../log/keys.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';

/** No function is at work so long: what was taken before and not answered has failed. */
const failedMillis = 15_000;

/** A request that may be answered, or null where the very same was answered before: it is somebody else's then. */
export async function takeOnce(portal: PrivatePortal, signature: string): Promise<{ readonly entryId: string } | null> {
  const key = callKey(hashText(signature).slice(0, 40));
  const creation = await portal.log.create({
    key,
    turnKey: null,
    kind: 'call',
    state: 'taken',
    contactId: null,
    at: portal.now(),
    columns: {},
    texts: {},
  });
  if (creation.isCreated) {
    return { entryId: creation.id };
  }
  const before = await portal.log.findByKey(key);
  const isFailed = before?.state === 'taken' && portal.now() - before.createdAt > failedMillis;
  return isFailed ? { entryId: before.id } : null;
}
