import { addressOf } from './access-list.ts';

/**
 * Whose user has an address; null where nobody's has. People without a user have no address, so that nobody is found by none.
 *
 * findPerson([{ ownerEmail: 'ana@x.com' }, { ownerEmail: null }], ' Ana@X.com') is the first, and by null or '' nobody.
 */
export function findPerson<Person extends { readonly ownerEmail: string | null }>(
  people: readonly Person[],
  email: string | null,
): Person | null {
  const address = addressOf(email ?? '');
  if (address === '') {
    return null;
  }
  return people.find(({ ownerEmail }) => addressOf(ownerEmail ?? '') === address) ?? null;
}
