import { afterAll, describe, expect, it } from '@jest/globals';
import { checkWaivers, countWaivers } from '../../../salesforce/checks/check-waivers.ts';
import { apexSources, cleanApex, removeFolders } from './apex-folder.ts';

afterAll(removeFolders);

const reason = 'the caller has checked the permission already';

function findIn(...lines: string[]): string[] {
  const text = ['public with sharing class SbxWaived {', ...lines, '}'].join('\n');
  return checkWaivers(apexSources({ 'SbxWaived.cls': text })).map((finding) => `${finding.line} ${finding.code}`);
}

describe('the check of waivers', () => {
  it('has nothing against Apex without any', () => {
    expect(checkWaivers(apexSources({ 'SbxClean.cls': cleanApex }))).toEqual([]);
  });

  it('accepts one rule with a reason and an end', () => {
    expect(
      findIn(
        `// code-analyzer-suppress(pmd:ApexCRUDViolation): ${reason}`,
        'Integer one = 1;',
        '// code-analyzer-unsuppress(pmd:ApexCRUDViolation)',
      ),
    ).toEqual([]);
  });

  it('wants a reason', () => {
    expect(
      findIn('// code-analyzer-suppress(pmd:ApexCRUDViolation)', '// code-analyzer-unsuppress(pmd:ApexCRUDViolation)'),
    ).toEqual(['2 waivers:NoReason']);
  });

  it('wants an end', () => {
    expect(findIn(`// code-analyzer-suppress(pmd:ApexCRUDViolation): ${reason}`)).toEqual(['2 waivers:NoEnd']);
  });

  it('wants the end of the same rule', () => {
    expect(
      findIn(
        `// code-analyzer-suppress(pmd:ApexCRUDViolation): ${reason}`,
        '// code-analyzer-unsuppress(sfge:ApexFlsViolation)',
      ),
    ).toEqual(['2 waivers:NoEnd']);
  });

  it.each(['code-analyzer-suppress', 'code-analyzer-suppress(all)', 'Code-Analyzer-Suppress(pmd)'])(
    'does not let %s name more than one rule',
    (marker) => {
      expect(findIn(`// ${marker}: ${reason}`)).toContain('2 waivers:TooWide');
    },
  );

  it('sees a second waiver on the same line', () => {
    const first = `code-analyzer-suppress(pmd:ApexCRUDViolation): ${reason}`;
    expect(
      findIn(`// ${first} code-analyzer-suppress(all)`, '// code-analyzer-unsuppress(pmd:ApexCRUDViolation)'),
    ).toEqual(['2 waivers:TooWide', '2 waivers:NoReason', '2 waivers:NoEnd']);
  });

  it.each(['Integer one = 1; // NOPMD', "@SuppressWarnings('PMD.ApexCRUDViolation')", '/* sfge-disable-stack */'])(
    'does not take %s as a waiver',
    (line) => {
      expect(findIn(line)).toEqual(['2 waivers:OtherForm']);
    },
  );

  it('counts them', () => {
    const waiver = `// code-analyzer-suppress(pmd:ApexCRUDViolation): ${reason}\n`;
    expect(countWaivers(apexSources({ 'SbxClean.cls': cleanApex }))).toBe(0);
    expect(countWaivers(apexSources({ 'SbxA.cls': waiver + waiver, 'SbxB.cls': waiver }))).toBe(3);
  });
});
