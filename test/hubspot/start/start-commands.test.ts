import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { StartedProgram } from './start-program.ts';

jest.setTimeout(120_000);

const starter = path.join(__dirname, '../../../run.mjs');
const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What stands behind `npm start --`. */
function start(...args: string[]): { status: number | null; out: string } {
  const { status, stdout } = spawnSync(process.execPath, [starter, 'start', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { status, out: stdout };
}

describe('npm start', () => {
  test('alone boots the stand-in HubSpot', async () => {
    const program = new StartedProgram(['start'], starter);
    await program.printed(/^Booting HubSpot and the server/m);
    expect(await program.interrupt()).toMatchObject({ code: 130 });
  });

  test('with hubspot is the stand-in HubSpot', () => {
    expect(start('hubspot', '--help')).toMatchObject({
      status: 0,
      out: expect.stringContaining('Usage: npm start -- hubspot'),
    });
  });

  test('with salesforce is the stand-in org', () => {
    expect(start('salesforce', '--help')).toMatchObject({
      status: 0,
      out: expect.stringContaining('Usage: npm start -- salesforce'),
    });
  });

  test('with options, or a command of the command line, is the command line', () => {
    for (const args of [['--help'], ['explain', '--help'], ['decide', '--help']]) {
      expect(start(...args)).toMatchObject({ status: 0, out: expect.stringMatching(/^Usage: signalbox /) });
    }
  });

  test('with sample decides the sample and writes its report', () => {
    const { status, out } = start('sample');
    expect({ status, first: out.split(',')[0] }).toEqual({ status: 0, first: '757 leads' });
    expect(existsSync(path.join(folder, 'runs/sample/report.html'))).toBe(true);
  });

  test('with a word that is nothing says what there is', () => {
    expect(start('constructor').status).toBe(2);
  });
});
