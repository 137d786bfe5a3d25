import type { NewUser } from './portal-user.ts';

const office = [{ days: 'MONDAY_TO_FRIDAY', startMinute: 9 * 60, endMinute: 17 * 60 }];

/** A small team for demonstrations. */
export const usualUsers: readonly NewUser[] = [
  user('Ana', 'Lima', 'Europe/Lisbon'),
  user('Ben', 'Okafor', 'Europe/London'),
  user('Chloe', 'Martin', 'Europe/Paris'),
  { ...user('Dev', 'Shah', 'Asia/Kolkata'), availability: 'away' },
];

function user(firstName: string, lastName: string, timeZone: string): NewUser {
  const email = `${firstName}.${lastName}@example.com`.toLowerCase();
  return { firstName, lastName, email, timeZone, workingHours: office };
}
