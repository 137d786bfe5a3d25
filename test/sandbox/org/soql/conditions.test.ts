import { describe, expect, it } from '@jest/globals';
import { ApexList } from '../../../../sandbox/salesforce/apex/library/collection/apex-list.ts';
import { ApexSet } from '../../../../sandbox/salesforce/apex/library/collection/apex-set.ts';
import { ApexSObject, recordTypeOf } from '../../../../sandbox/salesforce/apex/library/record/apex-sobject.ts';
import { ApexId } from '../../../../sandbox/salesforce/apex/library/text/apex-id.ts';
import { listOf, stringType, typeOf } from '../../../../sandbox/salesforce/apex/types/apex-type.ts';
import { column, idOf, IndexedOrg, query, refusal, SmallOrg } from './small-org.ts';

const org = new SmallOrg();
const ada = org.add('Lead', { LastName: 'Lovelace', FirstName: 'Ada', Company: 'Analytical', NumberOfEmployees: 12 });
const bob = org.add('Lead', {
  LastName: 'builder',
  Company: 'Bob_Co',
  NumberOfEmployees: 200,
  Email: 'bob@example.com',
});
org.add('Lead', { LastName: "O'Hara", Company: '50% Off', IsConverted: true });
org.add('Lead', { LastName: 'Zuse', FirstName: 'Konrad', Company: 'Z3', AnnualRevenue: 0.1 });
org.add('Lead', { LastName: 'Gone', Company: 'Bin' }, true);

const names = (where: string, values: readonly unknown[] = []) =>
  column(org, 'LastName', `SELECT LastName FROM Lead WHERE ${where}`, values);
const texts = (...items: (string | null)[]) => new ApexList(listOf(stringType), items);

describe('WHERE', () => {
  it('compares text without case', () => {
    expect(names("LastName = 'LOVELACE'")).toEqual(['Lovelace']);
    expect(names('Company = :v0', ['bob_co'])).toEqual(['builder']);
    expect(names("LastName < 'm'")).toEqual(['Lovelace', 'builder']);
    expect(names("LastName >= 'O'")).toEqual(["O'Hara", 'Zuse']);
  });

  it('joins conditions by AND, OR and NOT in brackets', () => {
    expect(names("FirstName = 'Ada' OR (Company = 'Z3' AND FirstName = 'konrad')")).toEqual(['Lovelace', 'Zuse']);
    expect(names("NOT (FirstName = 'Ada' OR FirstName = 'Konrad')")).toEqual(['builder', "O'Hara"]);
    expect(names("Company = 'Z3' AND (NOT FirstName = 'Ada')")).toEqual(['Zuse']);
  });

  it('finds null by = and what is not null by !=', () => {
    expect(names('FirstName = null')).toEqual(['builder', "O'Hara"]);
    expect(names('FirstName != null')).toEqual(['Lovelace', 'Zuse']);
    expect(names("FirstName = ''")).toEqual(['builder', "O'Hara"]);
    expect(names('FirstName = :v0', [null])).toEqual(['builder', "O'Hara"]);
  });

  it('counts null as different from a value, and as neither less nor greater', () => {
    expect(names("FirstName != 'Ada'")).toEqual(['builder', "O'Hara", 'Zuse']);
    expect(names('NumberOfEmployees < 100')).toEqual(['Lovelace']);
    expect(names('NumberOfEmployees > 12')).toEqual(['builder']);
    expect(names('NumberOfEmployees >= :v0', [null])).toEqual([]);
  });

  it('takes a checkbox that was never set for one that is not set', () => {
    expect(names('IsConverted = false')).toEqual(['Lovelace', 'builder', 'Zuse']);
    expect(names('IsConverted = true')).toEqual(["O'Hara"]);
  });

  it('compares decimals by value', () => {
    expect(names('AnnualRevenue = 0.10')).toEqual(['Zuse']);
    expect(names('AnnualRevenue <= :v0', [1])).toEqual(['Zuse']);
  });

  it('matches LIKE with wildcards, without case, and with escapes', () => {
    expect(names("LastName LIKE 'l%ACE'")).toEqual(['Lovelace']);
    expect(names("LastName LIKE '_use'")).toEqual(['Zuse']);
    expect(names("Company LIKE '%\\_%'")).toEqual(['builder']);
    expect(names("Company LIKE '50\\%%'")).toEqual(["O'Hara"]);
    expect(names("LastName LIKE 'O\\'h%'")).toEqual(["O'Hara"]);
    expect(names('LastName LIKE :v0', [texts('z%', 'b%')])).toEqual(['builder', 'Zuse']);
    expect(names("(NOT FirstName LIKE 'a%')")).toEqual(['builder', "O'Hara", 'Zuse']);
  });

  it('looks for a value among several', () => {
    expect(names("LastName IN ('zuse', 'Lovelace')")).toEqual(['Lovelace', 'Zuse']);
    expect(names("LastName NOT IN ('zuse', 'Lovelace')")).toEqual(['builder', "O'Hara"]);
    expect(names('FirstName IN :v0', [texts('ada', null)])).toEqual(['Lovelace', 'builder', "O'Hara"]);
    expect(names('FirstName IN :v0', [texts()])).toEqual([]);
    expect(names('LastName IN :v0', [ApexSet.from(typeOf('System.Set', [stringType]), ['Zuse'])])).toEqual(['Zuse']);
    expect(names('LastName = :v0', [texts('Zuse', 'builder')])).toEqual(['builder', 'Zuse']);
    expect(names('LastName != :v0', [texts('Zuse', 'builder')])).toEqual(['Lovelace', "O'Hara"]);
  });

  it('takes an id with 15 and with 18 characters, and a record for its id', () => {
    expect(names(`Id = '${ada}'`)).toEqual(['Lovelace']);
    expect(names(`Id = '${ada.slice(0, 15)}'`)).toEqual(['Lovelace']);
    const record = new ApexSObject(recordTypeOf('Lead'), new Map([['id', new ApexId(bob)]]));
    expect(names('Id IN :v0', [new ApexList(listOf(record.type), [record])])).toEqual(['builder']);
    expect(names('Id = :v0', [record])).toEqual(['builder']);
    expect(refusal(() => names("Id = 'abc'"))).toBe('System.QueryException: invalid ID field: abc');
  });

  it('finds records by their ids without walking through all', () => {
    org.scanned = 0;
    expect(names('Id IN :v0 AND FirstName = null', [texts(bob, ada)])).toEqual(['builder']);
    expect(names(`Id = '${ada}' OR Id = '${bob}'`)).toEqual(['Lovelace', 'builder']);
    expect(names(`Id = '${idOf('001', 1)}'`)).toEqual([]);
    expect(org.scanned).toBe(0);
    expect(names(`Id = '${ada}' OR LastName = 'Zuse'`)).toEqual(['Lovelace', 'Zuse']);
    expect(org.scanned).toBe(5);
  });

  it('finds records by a field that the source has an index of without walking through all', () => {
    const indexed = new IndexedOrg();
    const acme = indexed.add('Account', { Name: 'Acme' });
    indexed.add('Contact', { LastName: 'A', AccountId: acme });
    indexed.add('Contact', { LastName: 'B' });
    indexed.add('Contact', { LastName: 'C', AccountId: acme }, true);
    const found = (where: string, values: readonly unknown[] = []) =>
      column(indexed, 'LastName', `SELECT LastName FROM Contact WHERE ${where}`, values);
    expect(found("AccountId = :v0 AND LastName != 'Z'", [new ApexId(acme)])).toEqual(['A']);
    expect(found('AccountId IN (SELECT Id FROM Account WHERE Id = :v0)', [acme])).toEqual(['A']);
    expect(indexed.scanned).toBe(0);
    expect(found('AccountId = null')).toEqual(['B']);
    expect(found("AccountId = :v0 AND LastName = 'C' ALL ROWS", [acme])).toEqual(['C']);
    expect(indexed.scanned).toBe(6);
  });

  it('leaves out what is in the recycle bin unless all rows are asked for', () => {
    expect(names("Company = 'Bin'")).toEqual([]);
    expect(column(org, 'LastName', 'SELECT LastName FROM Lead WHERE IsDeleted = true ALL ROWS')).toEqual(['Gone']);
    expect(query(org, "SELECT Id FROM Lead WHERE Company = 'Bin'", [], { isAllRows: true }).totalSize).toBe(1);
  });

  it('takes values by name', () => {
    const values = new Map([['company', 'Z3']]);
    expect(query(org, 'SELECT Id FROM Lead WHERE Company = :Company', values).totalSize).toBe(1);
    expect(refusal(() => query(org, 'SELECT Id FROM Lead WHERE Company = :other', values))).toBe(
      "System.QueryException: Key 'other' does not exist in the bindMap",
    );
    expect(refusal(() => query(org, 'SELECT Id FROM Lead WHERE Company = :other'))).toBe(
      'System.QueryException: Variable does not exist: other',
    );
  });

  it('refuses values of another type than the field has', () => {
    expect(refusal(() => names("AnnualRevenue = '5'"))).toBe(
      "System.QueryException: value of filter criterion for field 'AnnualRevenue' must be of type currency and should not be enclosed in quotes",
    );
    expect(refusal(() => names('LastName = 5'))).toBe(
      "System.QueryException: value of filter criterion for field 'LastName' must be of type string and should be enclosed in quotes",
    );
    expect(refusal(() => names('LastName = :v0', [5]))).toBe(
      'System.QueryException: Invalid bind expression type of Integer for column of type string',
    );
    expect(refusal(() => names('CreatedDate > 2026-01-01'))).toContain('must be of type dateTime');
  });

  it('refuses operators that a type does not have', () => {
    expect(refusal(() => names("Id LIKE 'a%'"))).toBe('System.QueryException: invalid operator on id field');
    expect(refusal(() => names('IsConverted > true'))).toBe('System.QueryException: invalid operator on boolean field');
    expect(refusal(() => names("LastName INCLUDES ('a')"))).toBe(
      'System.QueryException: invalid operator on string field',
    );
  });
});

describe('INCLUDES and EXCLUDES', () => {
  const pools = new SmallOrg();
  pools.add('Pool__c', { Name: 'North', Regions__c: 'DE;SE;NO' });
  pools.add('Pool__c', { Name: 'South', Regions__c: 'IT;DE' });
  pools.add('Pool__c', { Name: 'None' });
  const found = (where: string) => column(pools, 'Name', `SELECT Name FROM Pool__c WHERE ${where}`);

  it('ask for one of several values, or for all of those joined by a semicolon', () => {
    expect(found("Regions__c INCLUDES ('NO', 'it')")).toEqual(['North', 'South']);
    expect(found("Regions__c INCLUDES ('SE;DE')")).toEqual(['North']);
    expect(found("Regions__c EXCLUDES ('SE', 'NO')")).toEqual(['South', 'None']);
  });

  it('leave = to compare the whole', () => {
    expect(found("Regions__c = 'IT;DE'")).toEqual(['South']);
    expect(refusal(() => found("Regions__c LIKE 'IT%'"))).toContain('invalid operator on multipicklist field');
  });
});

describe('a query behind IN', () => {
  const own = new SmallOrg();
  const acme = own.add('Account', { Name: 'Acme', Industry: 'Energy' });
  const bolt = own.add('Account', { Name: 'Bolt' });
  own.add('Account', { Name: 'Core' });
  own.add('Contact', { LastName: 'A', AccountId: acme, Title: 'CEO' });
  own.add('Contact', { LastName: 'B', AccountId: bolt });
  own.add('Contact', { LastName: 'C' });
  own.add('Opportunity', { Name: 'Deal', AccountId: bolt });
  const found = (where: string) => column(own, 'Name', `SELECT Name FROM Account WHERE ${where}`);

  it('joins by the ids that it gives', () => {
    expect(found("Id IN (SELECT AccountId FROM Contact WHERE Title = 'ceo')")).toEqual(['Acme']);
    expect(found('Id NOT IN (SELECT AccountId FROM Contact)')).toEqual(['Core']);
    expect(found('Id IN (SELECT AccountId FROM Contact) AND Id NOT IN (SELECT AccountId FROM Opportunity)')).toEqual([
      'Acme',
    ]);
    expect(
      column(
        own,
        'LastName',
        "SELECT LastName FROM Contact WHERE AccountId IN (SELECT Id FROM Account WHERE Name = 'Bolt')",
      ),
    ).toEqual(['B']);
  });

  it('is refused where the platform does not allow it', () => {
    const refused = (where: string) => refusal(() => found(where)).replace('System.QueryException: ', '');
    expect(refused("Id IN (SELECT AccountId FROM Contact) OR Name = 'Core'")).toBe(
      "Semi join sub-selects are not allowed with the 'OR' operator",
    );
    expect(refused('Id IN (SELECT Id FROM Account)')).toBe(
      'The inner and outer selects should not be on the same object type',
    );
    expect(refused('Name IN (SELECT AccountId FROM Contact)')).toContain("cannot use: 'Name'");
    expect(refused('Id IN (SELECT OwnerId FROM Contact)')).toContain('should point to the same object type');
    expect(
      refused('Id IN (SELECT AccountId FROM Contact WHERE AccountId IN (SELECT AccountId FROM Opportunity))'),
    ).toBe('Nesting of semi join sub-selects is not supported');
    expect(refused('Id IN (SELECT AccountId FROM Contact LIMIT 1)')).toContain('LIMIT');
    const one = 'Id IN (SELECT AccountId FROM Contact)';
    expect(refused(`${one} AND ${one} AND ${one}`)).toContain('Maximum 2 semi join sub-selects are allowed');
    expect(refused(`(NOT ${one})`)).toContain("not allowed with the 'NOT' operator");
  });
});
