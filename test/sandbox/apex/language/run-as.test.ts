import { describe, expect, it } from '@jest/globals';
import { standardObjects } from '../../../../sandbox/salesforce/apex/library/record/standard-objects.ts';
import { orgWithoutData } from '../../../../sandbox/salesforce/apex/run/org.ts';
import { compileProgram } from '../../../../sandbox/salesforce/apex/run/program.ts';
import { readSource } from '../../../../sandbox/salesforce/apex/syntax/read-source.ts';

/** What static String A.answer() of a class returns, in an org that knows the standard objects. */
function answer(members: string): unknown {
  const unit = readSource(`public class A {\n${members}\n}`, 'A.cls', 'class');
  if (unit.kind === 'problems') {
    throw new Error('The class has syntax errors.');
  }
  const program = compileProgram([{ fileName: 'A.cls', unit }], { org: orgWithoutData(standardObjects()) });
  expect(program.problems).toEqual([]);
  return program.begin({ isTest: true }).call('A', 'answer', []);
}

describe('System.runAs', () => {
  it('makes its user the one of UserInfo until its block ends, however it ends', () => {
    expect(
      answer(`
        static String inside(User ada) {
          System.runAs(ada) {
            return UserInfo.getName();
          }
        }
        static void fail(User ada) {
          System.runAs(ada) {
            throw new IllegalArgumentException('no');
          }
        }
        public static String answer() {
          User ada = new User(FirstName = 'Ada', LastName = 'Byron');
          String before = UserInfo.getName();
          String seen = inside(ada);
          try {
            fail(ada);
          } catch (IllegalArgumentException caught) {
            seen += ' ' + caught.getMessage();
          }
          return seen + ' ' + (UserInfo.getName() == before);
        }`),
    ).toBe('Ada Byron no true');
  });

  it('refuses null', () => {
    expect(() => answer('public static String answer() { System.runAs((User) null) { } return null; }')).toThrow();
  });
});

describe('a class of the platform that only has static methods', () => {
  it('leaves its name to the object of that name where a type is written', () => {
    expect(
      answer(`public static String answer() {
        BusinessHours hours = new BusinessHours(Name = 'Office');
        if (hours.Name == null) {
          BusinessHours.isWithin(hours.Id, System.now());
        }
        return hours.Name;
      }`),
    ).toBe('Office');
  });
});
