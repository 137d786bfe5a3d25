import { describe, expect, it } from '@jest/globals';
import { run } from './run-snippet.ts';

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

  it('are cast by the type they have', () => {
    expect(run('SObject s = new Contact(); Account a = (Account) s; return a;')).toBe(
      'System.TypeException: Invalid conversion from runtime type Contact to Account',
    );
    expect(run('SObject s = new Contact(); return s instanceof Contact && !(s instanceof Account);')).toBe('true');
  });

  it('have tokens of their objects and fields', () => {
    expect(run("return Account.SObjectType + ' ' + Account.Name;")).toBe('Account Name');
  });
});
