import { readEmail } from '../../../core/src/decide/normalize/read-email.ts';
import type { GatheredSubject } from './subject.ts';

/** One person's second contact in a batch waits for the next: it must know what became of the first. */
export function onePersonAtATime(subjects: readonly GatheredSubject[]): {
  readonly first: GatheredSubject[];
  readonly later: GatheredSubject[];
} {
  const people = new Set<string>();
  const first: GatheredSubject[] = [];
  const later: GatheredSubject[] = [];
  for (const subject of subjects) {
    const person = readEmail(subject.input.submission.email)?.matchKey ?? null;
    if (person !== null && people.has(person)) {
      later.push(subject);
    } else {
      first.push(subject);
      if (person !== null) {
        people.add(person);
      }
    }
  }
  return { first, later };
}
