import { countOf } from '../words/count-of.ts';
import { openDueAt } from './by-urgency.ts';
import type { CompanyContacts } from './use-contacts.ts';

/**
 * The contacts of a company in one line.
 *
 * "3 of 12 contacts decided · best fit 92 · 2 first touches owed, 1 of them late"
 */
export function totalsLine({ decided, seen }: Pick<CompanyContacts, 'decided' | 'seen'>, now: number): string {
  const fits = decided.map(({ fit }) => fit).filter((fit) => fit !== null);
  const due = decided.map(openDueAt).filter((dueAt) => dueAt !== null);
  const late = due.filter((dueAt) => dueAt < now).length;
  const owed = due.length === 0 ? 'no first touch owed' : countOf(due.length, 'first touch', 'first touches') + ' owed';
  return [
    `${decided.length} of ${countOf(seen, 'contact')} decided`,
    ...(fits.length === 0 ? [] : [`best fit ${Math.max(...fits)}`]),
    late === 0 ? owed : `${owed}, ${late} of them late`,
  ].join(' · ');
}
