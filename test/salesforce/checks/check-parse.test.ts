import { afterAll, describe, expect, it } from '@jest/globals';
import { checkParse } from '../../../salesforce/checks/check-parse.ts';
import { apexSources, cleanApex, removeFolders } from './apex-folder.ts';

afterAll(removeFolders);

describe('the parse check', () => {
  it('has nothing against a class that parses', () => {
    expect(checkParse(apexSources({ 'SbxClean.cls': cleanApex }))).toEqual([]);
  });

  it('names the file and the line of a syntax error', () => {
    const [finding] = checkParse(
      apexSources({ 'SbxBroken.cls': 'public class SbxBroken {\n  void one( {\n  }\n}', 'SbxClean.cls': cleanApex }),
    );
    expect(finding).toMatchObject({ line: 2, code: 'parse:Syntax' });
    expect(finding?.file).toMatch(/SbxBroken\.cls$/);
  });

  it('reports what the lexer does not take, such as a string with a wrong escape', () => {
    const findings = checkParse(apexSources({ 'SbxText.cls': "public class SbxText {\n  String a = '\\q';\n}" }));
    expect(findings.map((finding) => finding.line)).toContain(2);
  });

  it('reports text behind the last brace', () => {
    expect(checkParse(apexSources({ 'SbxTail.cls': 'public class SbxTail {}\n}' }))).not.toEqual([]);
  });

  it('reads a trigger as a trigger', () => {
    const trigger = 'trigger SbxLead on Lead (before insert) {\n  System.debug(1);\n}';
    expect(checkParse(apexSources({ 'SbxLead.trigger': trigger }))).toEqual([]);
    expect(checkParse(apexSources({ 'SbxLead.cls': trigger }))).not.toEqual([]);
  });
});
