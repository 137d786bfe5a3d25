import { expect, test } from '@jest/globals';
import { compileProgram } from '../../../sandbox/salesforce/apex/run/program.ts';
import { readSource } from '../../../sandbox/salesforce/apex/syntax/read-source.ts';
import { InMemoryOrg } from '../../../sandbox/salesforce/org/in-memory-org.ts';

const source = `public class Reader {
  public static String readName(String wanted) {
    insert new List<Account>{ new Account(Name = 'One'), new Account(Name = 'Two') };
    return [SELECT Name FROM Account WHERE Name = :wanted].Name;
  }
}`;

function readName(wanted: string): unknown {
  const org = new InMemoryOrg();
  const unit = readSource(source, 'Reader.cls', 'class');
  if (unit.kind === 'problems') throw new Error(JSON.stringify(unit));
  const program = compileProgram([{ fileName: 'Reader.cls', unit }], { org });
  expect(program.problems).toEqual([]);
  return org.transact(() => program.begin().call('Reader', 'readName', [wanted]));
}

test('a field behind a query is read of its one row', () => {
  expect(readName('Two')).toBe('Two');
});

test('a field behind a query without rows is refused as on the platform', () => {
  expect(() => readName('None')).toThrow(
    expect.objectContaining({ $message: 'List has no rows for assignment to SObject' }),
  );
});
