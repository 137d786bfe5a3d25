import { describe, expect, jest, test } from '@jest/globals';
import { runProgram, StartedProgram } from './start-program.ts';

jest.setTimeout(180_000);

const bands = 'warm|lukewarm|cool|cold';
const decisionLine = new RegExp(`^ {2}\\S.{27} {2}(?:${bands}) +\\S.*\\d\\.\\d s$`, 'gm');

/** The numbers of a table under a heading. */
function countsUnder(out: string, heading: string): number[] {
  const lines = out.split(`\n${heading}\n`)[1]?.split('\n\n')[0]?.split('\n') ?? [];
  return lines.map((line) => Number(/ (\d+) +\d+\.\d %/.exec(line)?.[1]));
}

/** How many decisions were written, came in twice before one, and came in again after one. */
function countsOfDecisions(out: string): { decided: number; twice: number; again: number } {
  const words = /^(\d+ decisions were written.*)$/m.exec(out)?.[1] ?? '';
  const count = (what: string): number => Number(new RegExp(`(\\d+) ${what}`).exec(words)?.[1] ?? 0);
  return { decided: count('decisions were written'), twice: count('came in twice'), again: count('came in again') };
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);

describe.each([
  ['enterprise', 'records that ops edit in lists'],
  ['free', 'files of the portal'],
])('the demonstration on the plan %s', (tier, form) => {
  test('installs the app, decides every lead that comes in, and says what it came to', async () => {
    const { code, out, error } = await runProgram('--once', '--leads', '12', '--tier', tier);
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toContain(`It made its properties, and its rules as ${form}`);
    expect(out).toMatch(/the starter policy is live as revision 2, [0-9a-f]{12}\./);
    // Two of the twelve come from people who write in twice: before their decision or after it, as fast as the machine is.
    const { decided, twice, again } = countsOfDecisions(out);
    expect(decided + twice + again).toBe(12);
    expect(decided).toBeGreaterThanOrEqual(10);
    expect(out.match(decisionLine)).toHaveLength(decided);
    expect(sum(countsUnder(out, 'Where they went'))).toBe(10);
    expect(sum(countsUnder(out, 'Who has them'))).toBe(10);
    expect(out).toContain("9 by the website's form; 3 gave no address that a form takes");
    // A contact whose owner a person had chosen keeps them, and one with a territory gets its rep.
    expect(out).toMatch(/^ {2}Norrhamn Logistik AB .*Existing owner +Ewa Sobolewicz /m);
    expect(out).toMatch(/^ {2}riovela\.example .*Sales rep of the territory +Ana Ruiz /m);
    expect(out).toMatch(/^ {2}most in any 10 seconds +\d+ +HubSpot lets 110 through$/m);
    expect(out).toMatch(/^ {2}refused as too many +0$/m);
  });
});

describe('somebody who types something else', () => {
  test('reads in --help what the options are', async () => {
    const { code, out } = await runProgram('--help');
    expect(code).toBe(0);
    for (const option of ['--leads', '--per-second', '--port', '--tier', '--database-url', '--once']) {
      expect(out).toContain(option);
    }
  });

  test('is told what an option takes, and nothing is started', async () => {
    for (const [args, words] of [
      [['--leads', 'many'], 'whole number'],
      [['--port', '70000'], 'from 0 to 65535'],
      [['--per-second', '0'], 'from 0.01 on'],
      [['--tier', 'gold'], 'Allowed choices are free, starter, pro, enterprise'],
    ] as const) {
      const { code, out, error } = await runProgram(...args);
      expect({ args, code, out }).toEqual({ args, code: 1, out: '' });
      expect(error).toContain(words);
    }
  });

  test('learns that a database does not answer before anything else is done', async () => {
    const { code, out, error } = await runProgram('--once', '--database-url', 'postgres://nobody@127.0.0.1:1/none');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toContain('The database does not answer');
    expect(error).toContain('--database-url');
  });

  test.each([/^Booting HubSpot/m, /^Installing Signalbox/m, /^Sending 200 leads/m])(
    'can stop it when it has printed %s, and it leaves nothing running',
    async (printed) => {
      const program = new StartedProgram(['--leads', '200', '--per-second', '1', '--once']);
      await program.printed(printed);
      const { code, out, error } = await program.interrupt();
      expect({ code, error }).toEqual({ code: 130, error: '' });
      expect(out).toContain('Stopped before the end.');
      const server = /the server at (http:\S+)\.$/m.exec(out)?.[1];
      if (server !== undefined) await expect(fetch(server)).rejects.toThrow();
    },
  );
});
