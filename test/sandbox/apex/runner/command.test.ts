import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runCommand } from '../../../../sandbox/salesforce/apex/cli/run-command.ts';

let folder = '';

const sums = `public class Sums {
  public static Integer add(Integer one, Integer other) {
    return one + other;
  }
  public static Integer half(Integer whole) {
    if (whole == null) {
      throw new IllegalArgumentException('No number.');
    }
    return whole / 2;
  }
}`;

const sumsTest = `@IsTest
private class SumsTest {
  static Integer calls = 0;
  @TestSetup
  static void prepare() { calls++; }
  @IsTest
  static void adds() {
    Assert.areEqual(3, Sums.add(1, 2));
    Assert.areEqual(0, calls, 'static state is that of another transaction');
  }
  @IsTest
  static void halves() {
    Sums.half(null);
  }
}`;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'apex-command-'));
  writeFileSync(path.join(folder, 'Sums.cls'), sums);
  writeFileSync(path.join(folder, 'SumsTest.cls'), sumsTest);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...given: string[]): Promise<{ code: number; out: string; error: string }> {
  const written = { out: '', error: '' };
  const code = await runCommand(given, {
    out: (text) => (written.out += text),
    error: (text) => (written.error += text),
  });
  return { code, ...written };
}

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

describe('test', () => {
  it('shows failures with the lines of Apex, and coverage without test classes', async () => {
    const { code, out } = await run('test', folder, '--coverage');
    expect(code).toBe(1);
    expect(out).toContain('✗ SumsTest.halves');
    expect(out).toContain('System.IllegalArgumentException: No number.');
    expect(out).toContain('Class.Sums.half: line 7, column 1\n    Class.SumsTest.halves: line 13, column 1');
    expect(out).toMatch(/^Sums {3,}75 % +3\/4 {2}9$/m);
    expect(out).toMatch(/^1 passed, 1 failed, 2 tests in \d+ ms$/m);
  });

  it('runs only what a filter names, and ends well when that passes', async () => {
    const { code, out } = await run('test', folder, '--filter', 'sumstest.ADDS', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      results: [{ className: 'SumsTest', methodName: 'adds', outcome: 'pass', failure: null }],
      coverage: null,
    });
  });

  it('does not start where a filter names nothing, and says so', async () => {
    const { code, error } = await run('test', folder, '--filter', 'Other');
    expect(code).toBe(2);
    expect(error).toMatch(/^APEX033 No test method is named by Other\./);
  });

  it('lists what is wrong with the syntax and what does not compile', async () => {
    const broken = write('Broken.cls', 'public class Broken {\n  void f() { x = ; }\n}');
    const syntax = await run('test', folder);
    expect(syntax.code).toBe(2);
    expect(syntax.error).toContain(`APEX001 ${broken}:2:18`);

    write('Broken.cls', 'public class Broken {\n  Integer f() { return nothing; }\n}');
    const compiled = await run('test', folder);
    expect(compiled.code).toBe(2);
    expect(compiled.error).toMatch(/APEX0\d\d .*Broken\.cls:2:24 .*nothing/);
  });
});

describe('run', () => {
  it('prints what anonymous Apex writes to the debug log', async () => {
    const { code, out } = await run('run', write('a.apex', "System.debug('sum ' + Sums.add(1, 2));"), folder);
    expect({ code, out }).toEqual({ code: 0, out: 'DEBUG|sum 3\n' });
  });

  it('ends with 1 where Apex ends with an exception, behind the log so far', async () => {
    const { code, out, error } = await run('run', write('a.apex', 'System.debug(1);\nSums.half(null);'), folder);
    expect(code).toBe(1);
    expect(out).toBe('DEBUG|1\n');
    expect(error).toContain(
      'System.IllegalArgumentException: No number.\nClass.Sums.half: line 7, column 1\nAnonymousBlock',
    );
  });

  it('names the file and the place of what does not compile', async () => {
    const file = write('a.apex', 'Integer a = 1;\nmissing(a);');
    const { code, error } = await run('run', file);
    expect(code).toBe(2);
    expect(error).toMatch(new RegExp(`APEX0\\d\\d ${file}:2:1 .*missing`));
  });
});

describe('a command line', () => {
  it('explains itself', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('npm run apex -- test DIR…');
  });

  it('that makes no sense ends with 2', async () => {
    expect((await run('walk')).code).toBe(2);
    expect((await run('test', path.join(folder, 'nowhere'))).error).toMatch(/^APEX030 /);
  });
});
