import { expect, test } from '@jest/globals';
import { isDatabaseAway } from '../../../../hubspot/server/database/is-database-away.ts';

test.each(['57014', '40P01', '55P03', '40001', '57P01', '08006', 'ECONNRESET'])(
  'A statement that failed with %s is not to be blamed on what it stored',
  (code) => {
    expect(isDatabaseAway(Object.assign(new Error('failed'), { code }))).toBe(true);
  },
);

test.each(['Cannot use a pool after calling end on the pool', 'PGlite is closed', 'Connection terminated'])(
  'Nor is one that failed because of: %s',
  (message) => {
    expect(isDatabaseAway(new Error(message))).toBe(true);
  },
);

test.each(['23505', '22P02', '42P01'])('A statement that failed with %s is', (code) => {
  expect(isDatabaseAway(Object.assign(new Error('Connection terminated'), { code }))).toBe(false);
});
