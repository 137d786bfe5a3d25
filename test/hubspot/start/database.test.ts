import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { findPostgres, startPostgres, type RealPostgres } from '../postgres/real-postgres.ts';
import { runProgram } from './start-program.ts';

jest.setTimeout(180_000);

const programs = findPostgres();
const isRequired = process.env['SIGNALBOX_REQUIRE_POSTGRES'] !== undefined;
if (programs === null) {
  console.warn('No PostgreSQL found: the demonstration was not tried with one. Install it.');
}

test('a PostgreSQL is there where one is required', () => {
  expect(isRequired && programs === null).toBe(false);
});

(programs === null ? describe.skip : describe)('the demonstration with a PostgreSQL of somebody’s own', () => {
  let postgres: RealPostgres;
  beforeAll(async () => {
    postgres = await startPostgres(programs!);
  });
  afterAll(() => postgres?.close());

  test('decides in it, and does not begin in a database that holds an earlier run', async () => {
    const url = await postgres.createDatabase('demonstration');
    const run = (): ReturnType<typeof runProgram> => runProgram('--once', '--leads', '5', '--database-url', url);
    const first = await run();
    expect(first).toMatchObject({ code: 0, error: '' });
    expect(first.out).toMatch(/^5 decisions were written/m);
    const second = await run();
    expect({ code: second.code, out: second.out }).toEqual({ code: 1, out: '' });
    expect(second.error).toMatch(/^The database holds \d+ tables already\.\n {2}Next: make an empty one/);
  });
});
