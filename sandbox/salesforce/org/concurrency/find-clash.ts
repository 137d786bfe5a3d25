import { changeError, type ChangeError } from '../change/change-result.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';

/**
 * Whether a unique value is one that a transaction which has not ended gives to a record of its own, or takes away from one. Who
 * saves it would have to wait for that one's end, and waits in vain.
 */
export function findClash(
  { store, transactions }: InMemoryOrg,
  object: ObjectSchema,
  fields: ReadonlyMap<string, unknown>,
  ownId: string,
): ChangeError | null {
  if (!transactions.areNested) {
    return null;
  }
  for (const field of object.fields.values()) {
    const value = field.isUnique ? (fields.get(field.name.toLowerCase()) ?? null) : null;
    if (value === null) {
      continue;
    }
    const known = store.findBy(object, field, value).find((each) => each.id !== ownId);
    const taken = store.suspended.idWith(object, field, value);
    const other = known !== undefined && transactions.isHeldByOther(known.id) ? known.id : taken;
    if (other !== null && other !== ownId) {
      transactions.waitPerhaps(other);
      return lockError(other);
    }
  }
  return null;
}

/** What a statement says that did not get the lock of a record. */
export function lockError(id: string): ChangeError {
  return changeError('UNABLE_TO_LOCK_ROW', `unable to obtain exclusive access to this record or 1 records: ${id}`);
}
