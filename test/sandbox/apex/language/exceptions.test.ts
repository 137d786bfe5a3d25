import { describe, expect, it } from '@jest/globals';
import { ApexException } from '../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { readApexFrames } from '../../../../sandbox/salesforce/apex/run/apex-frames.ts';
import { begin, run } from './run-snippet.ts';

const own = 'class OwnException extends Exception {}';

describe('exceptions', () => {
  it('have the built-in constructors in source too', () => {
    expect(
      run(
        "try { throw new OwnException('a', new OwnException('b')); } catch (OwnException e) { return e.getMessage() + e.getCause().getMessage(); }",
        own,
      ),
    ).toBe('ab');
  });

  it('may have constructors and fields of their own', () => {
    const members =
      "class CodeException extends Exception { Integer code; CodeException(Integer code) { this('code ' + code); this.code = code; } }";
    expect(
      run('try { throw new CodeException(5); } catch (CodeException e) { return e.getMessage() + e.code; }', members),
    ).toBe('code 55');
  });

  it('are caught by the first clause that fits', () => {
    const statements = `try { Integer zero = 0; return 1 / zero; }
      catch (NullPointerException e) { return 'null'; }
      catch (MathException e) { return 'math'; }
      catch (Exception e) { return 'any'; }`;
    expect(run(statements)).toBe('math');
  });

  it('run finally on every way out', () => {
    const members = "static String log = ''; static Integer leave() { try { return 1; } finally { log += 'f'; } }";
    expect(
      run(
        'leave(); for (Integer i = 0; i < 3; i++) { try { if (i == 1) { break; } } finally { log += i; } } return log;',
        members,
      ),
    ).toBe('f01');
  });

  it('cannot be caught where a limit or an assertion ends the transaction', () => {
    const members = 'static Integer deep(Integer n) { return deep(n + 1); }';
    expect(
      run("try { return deep(0); } catch (Exception e) { return 'caught'; } finally { System.debug(1); }", members),
    ).toBe('System.LimitException: Maximum stack depth reached: 1001');
    expect(run("try { System.assert(false, 'no'); return 1; } catch (Exception e) { return 'caught'; }")).toMatch(
      /^System\.AssertException: Assertion Failed: no/,
    );
  });

  it('carry the lines of their source', () => {
    const transaction = begin({
      Outer:
        'public class Outer {\n  class Inner {\n    void fail(String s) {\n      s.length();\n    }\n  }\n  public static void go() {\n    Inner i = new Inner();\n    i.fail(null);\n  }\n}',
    });
    let stack = '';
    try {
      transaction.call('Outer', 'go', []);
    } catch (thrown) {
      stack = thrown instanceof ApexException ? thrown.$stack : '';
    }
    expect(readApexFrames(stack)).toEqual([
      { className: 'Outer.Inner', method: 'fail', line: 4 },
      { className: 'Outer', method: 'go', line: 9 },
    ]);
  });
});
