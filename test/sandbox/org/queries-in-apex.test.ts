import { expect, test } from '@jest/globals';
import { compileProgram } from '../../../sandbox/salesforce/apex/run/program.ts';
import { readSource } from '../../../sandbox/salesforce/apex/syntax/read-source.ts';
import { InMemoryOrg } from '../../../sandbox/salesforce/org/in-memory-org.ts';

const source = `public class Reader {
  public static String readName(String wanted) {
    insert new List<Account>{ new Account(Name = 'One'), new Account(Name = 'Two') };
    return [SELECT Name FROM Account WHERE Name = :wanted].Name;
  }
  public static String readNoChildren(String wanted) {
    insert new Account(Name = wanted);
    Account found = [SELECT Id, (SELECT Id FROM Contacts) FROM Account];
    return found.Contacts.size() + ' ' + found.getSObjects('Contacts');
  }
  public static String upsertUnnamed(String wanted) {
    List<SObject> records = new List<SObject>{ new Account(Name = wanted) };
    Database.upsert(records, false);
    return 'done';
  }
}`;

function callReader(method: string, wanted: string): unknown {
  const org = new InMemoryOrg();
  const unit = readSource(source, 'Reader.cls', 'class');
  if (unit.kind === 'problems') throw new Error(JSON.stringify(unit));
  const program = compileProgram([{ fileName: 'Reader.cls', unit }], { org });
  expect(program.problems).toEqual([]);
  return org.transact(() => program.begin().call('Reader', method, [wanted]));
}

test('a field behind a query is read of its one row', () => {
  expect(callReader('readName', 'Two')).toBe('Two');
});

test('a field behind a query without rows is refused as on the platform', () => {
  expect(() => callReader('readName', 'None')).toThrow(
    expect.objectContaining({ $message: 'List has no rows for assignment to SObject' }),
  );
});

test('a relationship without children is an empty list, but null where it is asked for by a text', () => {
  expect(callReader('readNoChildren', 'Lonely')).toBe('0 null');
});

test('records of unnamed kind can be inserted and updated, but not upserted', () => {
  expect(() => callReader('upsertUnnamed', 'Nobody')).toThrow(
    expect.objectContaining({ $message: 'DML on generic List<SObject> only allowed for insert, update or delete' }),
  );
});
