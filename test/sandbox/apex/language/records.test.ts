import { describe, expect, it } from '@jest/globals';
import { problemsOf, run } from './run-snippet.ts';

describe('records', () => {
  it('are made with named fields and read by field and relationship', () => {
    expect(
      run(
        "Contact c = new Contact(LastName = 'l', Account = new Account(Name = 'acme')); return c.Account.Name + c.lastname + c.AccountId;",
      ),
    ).toBe('acmelnull');
  });

  it('convert what is assigned to a field', () => {
    expect(
      run(
        'Account a = new Account(AnnualRevenue = 5); a.AnnualRevenue += 1; a.AnnualRevenue /= 4; return a.AnnualRevenue;',
      ),
    ).toBe('1.5');
  });

  it('of an aggregate query are walked as AggregateResult', () => {
    expect(
      problemsOf(`void f() {
        for (AggregateResult row : [SELECT Name n, COUNT(Id) FROM Account GROUP BY Name]) { Object name = row.get('n'); }
      }`),
    ).toEqual([]);
  });

  it('are cast by the type they have', () => {
    expect(run('SObject s = new Contact(); Account a = (Account) s; return a;')).toBe(
      'System.TypeException: Invalid conversion from runtime type Contact to Account',
    );
    expect(run('SObject s = new Contact(); return s instanceof Contact && !(s instanceof Account);')).toBe('true');
  });

  it('have tokens of their objects and fields', () => {
    expect(run("return Account.SObjectType + ' ' + Account.Name;")).toBe('Account Name');
    expect(run('return Account.getSObjectType() === Account.SObjectType;')).toBe('true');
  });

  it('are described by the name of their object, down to a map of all fields', () => {
    expect(
      run(
        "return Schema.SObjectType.Account.getName() + SObjectType.Account.fields.getMap().get('annualRevenue') + Schema.SObjectType.Contact.fields.LastName.getName();",
      ),
    ).toBe('AccountAnnualRevenueLastName');
  });

  it('have an Id whatever their object is', () => {
    expect(run("SObject s = new Account(Id = '001000000000001'); return s.Id;")).toBe('001000000000001AAA');
    expect(run("SObject s = new Contact(); s.Id = '003000000000001'; return ((Contact) s).Id;")).toBe(
      '003000000000001AAA',
    );
  });

  it('are copied as what they are', () => {
    expect(
      run(
        "Account a = new Account(Name = 'n'); Account b = a.clone(false, true); List<Account> c = new List<Account>{ a }.deepClone(); return b.Name + c[0].Name + (a === b) + (a == b);",
      ),
    ).toBe('nnfalsetrue');
  });
});
