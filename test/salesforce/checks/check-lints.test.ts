import { afterAll, describe, expect, it } from '@jest/globals';
import { checkLints, lints } from '../../../salesforce/checks/lints/check-lints.ts';
import { checkParse } from '../../../salesforce/checks/check-parse.ts';
import { apexSources, removeFolders } from './apex-folder.ts';
import { lintExamples } from './lint-examples.ts';

afterAll(removeFolders);

const find = (text: string): string[] =>
  checkLints(apexSources({ 'SbxOne.cls': text })).map(({ line, code }) => `${line} ${code}`);

describe('the project’s own rules for Apex', () => {
  it('have an example each', () => {
    expect([...new Set(lintExamples.map(({ code }) => code))].sort()).toEqual(lints.map(({ code }) => code).sort());
  });

  it.each(lintExamples)('$code has its say on $name', ({ code, accepted, rejected, line }) => {
    for (const text of [accepted, rejected]) expect(checkParse(apexSources({ 'SbxOne.cls': text }))).toEqual([]);
    expect(find(accepted).filter((each) => each.endsWith(code))).toEqual([]);
    expect(find(rejected).filter((each) => each.endsWith(code))).toEqual([`${line} ${code}`]);
  });

  it('say the cause and the next step', () => {
    const [finding] = checkLints(apexSources({ 'SbxOne.cls': 'public class SbxOne {}' }));
    expect(finding?.message).toMatch(/^This class does not say .+\. Next: write with sharing, .+\.$/);
  });

  it('are waived for the lines between two marks, and only there', () => {
    const text = `public with sharing class SbxOne {
  static void run(List<Lead> leads) {
    // code-analyzer-suppress(lints:APC031): an example of a waiver for a test
    insert leads;
    // code-analyzer-unsuppress(lints:APC031)
    insert leads;
  }
}`;
    expect(find(text)).toEqual(['6 APC031']);
  });

  it('let tests write without a mode, and read triggers', () => {
    expect(find('@IsTest\nprivate class SbxOneTest {\n  static void run() { insert new Lead(); }\n}')).toEqual([]);
    const trigger = 'trigger SbxLead on Lead (before insert) {\n  insert Trigger.new;\n}';
    expect(checkLints(apexSources({ 'SbxLead.trigger': trigger })).map(({ code }) => code)).toEqual(['APC031']);
  });
});
