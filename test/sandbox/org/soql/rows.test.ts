import { describe, expect, it } from '@jest/globals';
import type { ApexList } from '../../../../sandbox/salesforce/apex/library/collection/apex-list.ts';
import type { ApexSObject } from '../../../../sandbox/salesforce/apex/library/record/apex-sobject.ts';
import { meter, resetMeter } from '../../../../sandbox/salesforce/apex/run/meter.ts';
import { displayName } from '../../../../sandbox/salesforce/apex/types/apex-type.ts';
import { column, idOf, plain, query, refusal, SmallOrg } from './small-org.ts';

const org = new SmallOrg();
const role = org.add('UserRole', { Name: 'Sales' });
const ada = org.add('User', { Name: 'Ada', Email: 'ada@example.com', UserRoleId: role });
const queue = org.add('Group', { Name: 'Intake', Type: 'Queue' });
const acme = org.add('Account', { Name: 'Acme', OwnerId: ada });
const bolt = org.add('Account', { Name: 'Bolt', ParentId: acme });
const cole = org.add('Contact', { LastName: 'Cole', AccountId: acme, Email: 'cole@acme.example' });
const abel = org.add('Contact', { LastName: 'Abel', AccountId: acme });
org.add('Contact', { LastName: 'Gone', AccountId: acme }, true);
const lone = org.add('Contact', { LastName: 'Lone' });
org.add('Lead', { LastName: 'One', OwnerId: ada });
org.add('Lead', { LastName: 'Two', OwnerId: queue });
const pool = org.add('Pool__c', { Name: 'North', Weight__c: 2 });
org.add('Member__c', { Name: 'M1', Pool__c: pool, User__c: ada, Turns__c: 3 });
org.add('Task', { Subject: 'Call', WhatId: acme, WhoId: cole });
org.add('Task', { Subject: 'Write', WhoId: lone });

const first = (text: string): ApexSObject => {
  const [row] = query(org, text).rows;
  if (row === undefined) {
    throw new Error(`No rows: ${text}`);
  }
  return row;
};

describe('a row', () => {
  it('has its id and what was asked for, and says so', () => {
    const row = first("SELECT LastName, Email FROM Contact WHERE LastName = 'Abel'");
    expect(displayName(row.type)).toBe('Contact');
    expect(plain(row)).toEqual({ id: abel, lastname: 'Abel' });
    expect(row.queried).toEqual(new Set(['id', 'lastname', 'email']));
  });

  it('has parents as records of their own, with the ids that lead to them', () => {
    const row = first("SELECT Account.Name, Account.Owner.Email FROM Contact WHERE LastName = 'Cole'");
    expect(plain(row)).toEqual({
      id: cole,
      accountid: acme,
      account: { id: acme, name: 'Acme', ownerid: ada, owner: { id: ada, email: 'ada@example.com' } },
    });
    expect(displayName((row.fields.get('account') as ApexSObject).type)).toBe('Account');
    expect(row.queried?.has('accountid')).toBe(true);
  });

  it('has no parent where there is none', () => {
    expect(plain(first("SELECT Account.Name FROM Contact WHERE LastName = 'Lone'"))).toEqual({ id: lone });
  });

  it('follows custom relationships upwards and downwards', () => {
    expect(plain(first('SELECT Pool__r.Weight__c, User__r.Name FROM Member__c'))).toMatchObject({
      pool__r: { weight__c: 2 },
      user__r: { name: 'Ada' },
    });
    expect(plain(first('SELECT Name, (SELECT Name, Turns__c FROM Members__r) FROM Pool__c'))).toMatchObject({
      members__r: [{ name: 'M1', turns__c: 3 }],
    });
  });

  it('has children as lists, in the order and number asked for', () => {
    const accounts = query(org, 'SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account');
    expect(accounts.rows.map(plain)).toEqual([
      {
        id: acme,
        name: 'Acme',
        contacts: [
          { id: abel, lastname: 'Abel' },
          { id: cole, lastname: 'Cole' },
        ],
      },
      { id: bolt, name: 'Bolt', contacts: [] },
    ]);
    expect(accounts.rowCount).toBe(4);
    const list = accounts.rows[0]?.fields.get('contacts') as ApexList;
    expect(displayName(list.type)).toBe('List<Contact>');
    const few = first("SELECT (SELECT Id FROM Contacts WHERE Email != null LIMIT 1) FROM Account WHERE Name = 'Acme'");
    expect(plain(few)).toEqual({ id: acme, contacts: [{ id: cole }] });
  });

  it('has of an owner who may be a user or a queue what both have', () => {
    const leads = query(org, 'SELECT Owner.Name, Owner.Type, Owner.Email FROM Lead');
    expect(leads.rows.map((row) => plain(row.fields.get('owner')))).toEqual([
      { id: ada, name: 'Ada', type: 'User', email: 'ada@example.com' },
      { id: queue, name: 'Intake', type: 'Queue' },
    ]);
    expect(column(org, 'LastName', "SELECT LastName FROM Lead WHERE Owner.Type = 'Queue'")).toEqual(['Two']);
    expect(column(org, 'LastName', "SELECT LastName FROM Lead WHERE Owner.UserRole.Name = 'Sales'")).toEqual(['One']);
    expect(refusal(() => query(org, 'SELECT Owner.Department FROM Lead'))).toContain(
      "No such column 'Department' on entity 'Name'",
    );
  });

  it('has by TYPEOF what the object of a relationship says', () => {
    const tasks = query(org, 'SELECT TYPEOF Who WHEN Contact THEN Email ELSE Name END, What.Type FROM Task');
    expect(tasks.rows.map(plain)).toMatchObject([
      { who: { id: cole, email: 'cole@acme.example' }, what: { type: 'Account' } },
      { who: { id: lone } },
    ]);
    expect(displayName((tasks.rows[0]?.fields.get('who') as ApexSObject).type)).toBe('Contact');
    expect(refusal(() => query(org, 'SELECT TYPEOF Account WHEN Account THEN Name END FROM Contact'))).toContain(
      'TYPEOF needs a relationship to several objects',
    );
  });

  it('has all fields, the standard or the custom ones by FIELDS', () => {
    expect(first('SELECT FIELDS(CUSTOM) FROM Pool__c LIMIT 200').queried).toEqual(
      new Set(['id', 'key__c', 'weight__c', 'regions__c', 'isopen__c']),
    );
    expect(first('SELECT FIELDS(STANDARD) FROM Pool__c').queried).toContain('createddate');
    expect(first('SELECT FIELDS(ALL) FROM Pool__c LIMIT 1').queried?.size).toBeGreaterThan(10);
    expect(refusal(() => query(org, 'SELECT FIELDS(ALL) FROM Pool__c'))).toBe(
      'System.QueryException: The SOQL FIELDS function must have a LIMIT of at most 200',
    );
  });

  it('is found by aliases of its object and of its parents', () => {
    expect(plain(first("SELECT c.LastName FROM Contact c, c.Account a WHERE a.Name = 'Acme'"))).toMatchObject({
      lastname: 'Cole',
    });
    expect(plain(first('SELECT Contact.LastName FROM Contact'))).toMatchObject({ lastname: 'Cole' });
  });

  it('tells its columns in the order and case in which they are to be written', () => {
    const { columns } = query(org, 'SELECT name, (SELECT lastname FROM Contacts), Owner.Email, Id FROM Account');
    expect(columns).toEqual([
      { name: 'Name', kind: 'value', columns: [] },
      { name: 'Contacts', kind: 'children', columns: [{ name: 'LastName', kind: 'value', columns: [] }] },
      { name: 'Owner', kind: 'parent', columns: [{ name: 'Email', kind: 'value', columns: [] }] },
      { name: 'Id', kind: 'value', columns: [] },
    ]);
  });
});

describe('what a query costs', () => {
  it('is its rows, whether or not its text was read before', () => {
    const text = "SELECT Id, LastName FROM Contact WHERE LastName < 'D' AND CreatedDate = null ORDER BY LastName";
    const costOf = () => {
      resetMeter();
      query(org, text);
      return { ...meter };
    };
    const first = costOf();
    expect(first.objects).toBe(2);
    expect(costOf()).toEqual(first);
  });
});

describe('a query that cannot be understood', () => {
  const refused = (text: string) => refusal(() => query(org, text)).replace('System.QueryException: ', '');
  const lookUp = 'Please reference your WSDL or the describe call for the appropriate names.';

  it('is refused with the first word that does not fit', () => {
    expect(refused('SELECT Id FROM Lead foo bar')).toBe("unexpected token: 'bar'");
    expect(refused('SELECT Id FROM Lead WHERE LastName = {x}')).toBe("unexpected token: '{'");
    expect(refused('SELECT Id')).toBe("unexpected token: '<EOF>'");
    expect(refused('SELECT Id FROM Lead WHERE')).toBe("unexpected token: 'WHERE'");
    expect(refused("SELECT Id FROM Lead WHERE LastName = 'x")).toBe("line 1:37 no viable alternative at character '''");
    expect(refused("SELECT Id FROM Lead WHERE LastName = 'a\\d'")).toContain("Illegal character sequence '\\d'");
    expect(refused("SELECT Id FROM Lead WHERE LastName = :'x'")).toBe(
      'Only variable references are allowed in dynamic SOQL/SOSL.',
    );
  });

  it('is refused for names that do not exist', () => {
    expect(refused('SELECT Id FROM Leed')).toBe(
      `sObject type 'Leed' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${lookUp}`,
    );
    expect(refused('SELECT Colour FROM Lead')).toBe(
      `No such column 'Colour' on entity 'Lead'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${lookUp}`,
    );
    expect(refused('SELECT Boss.Name FROM Lead')).toBe(
      `Didn't understand relationship 'Boss' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${lookUp}`,
    );
    expect(refused('SELECT (SELECT Id FROM Friends) FROM Lead')).toContain("'Friends' in FROM part of query call");
    expect(refused("SELECT Id FROM Lead WHERE Colour = 'red'")).toContain("No such column 'Colour'");
    expect(refused('SELECT Id FROM Lead ORDER BY Colour')).toContain("No such column 'Colour'");
  });

  it('is refused for aliases and fields that are there twice', () => {
    expect(refused('SELECT Id i FROM Lead')).toBe('only aggregate expressions use field aliasing');
    expect(refused('SELECT Id, id FROM Lead')).toBe('duplicate field selected: id');
  });

  it('is not supported, loudly, where this org lacks what the platform has', () => {
    expect(refused('SELECT FORMAT(AnnualRevenue) FROM Lead')).toContain('FORMAT');
    expect(refused('SELECT LeadSource, COUNT(Id) FROM Lead GROUP BY ROLLUP(LeadSource)')).toContain('ROLLUP');
    expect(refused("SELECT Id FROM Lead WHERE toLabel(Status) = 'x'")).toContain('TOLABEL');
    expect(refused('SELECT Id FROM Lead USING SCOPE Team')).toContain('USING SCOPE Team');
  });
});

describe('clauses behind WHERE', () => {
  const names = (clauses: string, values: readonly unknown[] = []) =>
    column(org, 'LastName', `SELECT LastName FROM Contact ${clauses}`, values);

  it('sort without case, with nulls first unless told otherwise', () => {
    expect(names('ORDER BY LastName')).toEqual(['Abel', 'Cole', 'Lone']);
    expect(names('ORDER BY LastName DESC')).toEqual(['Lone', 'Cole', 'Abel']);
    expect(names('ORDER BY Email, LastName')).toEqual(['Abel', 'Lone', 'Cole']);
    expect(names('ORDER BY Email DESC, LastName DESC')).toEqual(['Lone', 'Abel', 'Cole']);
    expect(names('ORDER BY Email NULLS LAST, LastName')).toEqual(['Cole', 'Abel', 'Lone']);
    expect(names('ORDER BY Account.Name DESC NULLS LAST, LastName')).toEqual(['Abel', 'Cole', 'Lone']);
  });

  it('bound and shift the result', () => {
    expect(names('ORDER BY LastName LIMIT 2')).toEqual(['Abel', 'Cole']);
    expect(names('ORDER BY LastName LIMIT :v0 OFFSET :v1', [1, 1])).toEqual(['Cole']);
    expect(names('LIMIT 1 OFFSET 2')).toEqual(['Lone']);
    expect(refusal(() => names('OFFSET 2001'))).toBe('System.QueryException: Maximum SOQL offset allowed is 2000');
    expect(refusal(() => names('LIMIT :v0', [-1]))).toContain('Invalid value for LIMIT');
  });

  it('tell which records are to be locked', () => {
    expect(query(org, 'SELECT LastName FROM Contact LIMIT 2 FOR UPDATE').lockIds).toEqual([cole, abel]);
    expect(query(org, 'SELECT LastName FROM Contact FOR VIEW').lockIds).toEqual([]);
    expect(refusal(() => names('ORDER BY LastName FOR UPDATE'))).toContain('ORDER BY is not allowed');
  });

  it('keep to the records of the user by USING SCOPE', () => {
    const own = 'SELECT LastName FROM Lead USING SCOPE mine';
    expect(column(org, 'LastName', own, [], { userId: ada })).toEqual(['One']);
    expect(column(org, 'LastName', own, [], { userId: idOf('005', 9) })).toEqual([]);
  });
});
