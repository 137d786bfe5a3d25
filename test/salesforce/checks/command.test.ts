import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { cleanApex, makeFolder, removeFolders, writeApex } from './apex-folder.ts';
import { readFindings, runChecks } from './run-checks.ts';

afterAll(removeFolders);

describe('the command that checks Apex', () => {
  it('explains itself', () => {
    const { status, output } = runChecks('--help');
    expect(status).toBe(0);
    expect(output).toContain('npm run check:apex -- [options] [folder …]');
  });

  it('ends with 0 and a line for each check when nothing was found', () => {
    const { status, output } = runChecks('--only', 'parse,waivers', writeApex({ 'SbxClean.cls': cleanApex }));
    expect(status).toBe(0);
    expect(output).toMatch(/^parse 0 issues in 1 file, \d+\.\d s\nwaivers 0 issues in 0 waivers, \d+\.\d s\n$/);
  });

  it('ends with 1 and the place when something was found', () => {
    const { status, output } = runChecks(
      '--only',
      'parse',
      writeApex({ 'SbxBroken.cls': 'public class SbxBroken {\n  void one( {\n}' }),
    );
    expect(status).toBe(1);
    expect(output).toMatch(/SbxBroken\.cls:2 parse:Syntax mismatched input '\{' expecting/);
    expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThan(300);
  });

  it('gives the same as JSON', () => {
    const folder = writeApex({ 'SbxBroken.cls': 'public class SbxBroken {\n  // NOPMD\n}}' });
    const { status, output } = runChecks('--json', '--only', 'waivers,parse', folder);
    expect(status).toBe(1);
    expect(readFindings(output)).toEqual(['3 parse:Syntax', '2 waivers:OtherForm']);
  });

  it.each([
    ['APC004', 'the folder is missing', () => [path.join(makeFolder(), 'none')]],
    ['APC005', 'the folder has no Apex', () => [makeFolder()]],
    ['APC009', 'the check is unknown', () => ['--only', 'spelling']],
    ['APC009', 'the option is unknown', () => ['--fast']],
    ['APC009', 'the time is none', () => ['--seconds', 'soon']],
  ])('fails with %s and a next step when %s', (code, _situation, args) => {
    const { status, errors } = runChecks(...args());
    expect(status).toBe(1);
    expect(errors).toMatch(new RegExp(`^${code}: .+\\n {2}Next: .+\\n$`));
  });
});
