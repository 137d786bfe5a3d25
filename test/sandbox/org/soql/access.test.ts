import { describe, expect, it } from '@jest/globals';
import { PlatformException } from '../../../../sandbox/salesforce/apex/library/exception/exceptions.ts';
import { column, query, refusal, SmallOrg } from './small-org.ts';

const org = new SmallOrg();
const acme = org.add('Account', { Name: 'Acme' });
org.add('Account', { Name: 'Secret' });
org.add('Contact', { LastName: 'Seen', AccountId: acme, Email: 'seen@example.com' });
org.add('Contact', { LastName: 'Hidden', AccountId: acme });

const rights = {
  canReadObject: (name: string) => name !== 'Opportunity',
  canReadField: (objectName: string, fieldName: string) =>
    !['Contact.Email', 'Contact.Phone', 'Account.Industry'].includes(`${objectName}.${fieldName}`),
  canSeeRecord: ({ fields }: { fields: ReadonlyMap<string, unknown> }) =>
    fields.get('name') !== 'Secret' && fields.get('lastname') !== 'Hidden',
};
const run = (text: string, options = {}) => query(org, text, [], { ...rights, ...options });
const refused = (text: string) => refusal(() => run(text)).replace('System.QueryException: ', '');

describe('a query in user mode', () => {
  it('is refused for fields that the user may not read, wherever they stand', () => {
    expect(refused('SELECT Email FROM Contact WITH USER_MODE')).toContain("No such column 'Email' on entity 'Contact'");
    expect(refused('SELECT Id FROM Contact WHERE Phone = null WITH USER_MODE')).toContain("No such column 'Phone'");
    expect(refused('SELECT Id FROM Contact WITH USER_MODE ORDER BY Phone')).toContain("No such column 'Phone'");
    expect(refused("SELECT Id FROM Contact WHERE Account.Industry = 'x' WITH USER_MODE")).toContain("'Industry'");
    expect(refused('SELECT COUNT(Email) FROM Contact WITH USER_MODE')).toContain("No such column 'Email'");
    expect(run('SELECT LastName FROM Contact WITH USER_MODE').mode).toBe('user');
  });

  it('names all that is inaccessible', () => {
    let names: unknown = null;
    try {
      run('SELECT Email, Account.Industry FROM Contact WHERE Phone = null WITH USER_MODE');
    } catch (thrown) {
      names = thrown instanceof PlatformException ? thrown.inaccessibleFields : thrown;
    }
    expect(names).toEqual(
      new Map([
        ['Contact', ['Email', 'Phone']],
        ['Account', ['Industry']],
      ]),
    );
  });

  it('is refused for objects that the user may not read, also behind IN', () => {
    expect(refused('SELECT Id FROM Opportunity WITH USER_MODE')).toContain(
      "sObject type 'Opportunity' is not supported",
    );
    expect(refused('SELECT Id FROM Account WHERE Id IN (SELECT AccountId FROM Opportunity) WITH USER_MODE')).toContain(
      "sObject type 'Opportunity' is not supported",
    );
  });

  it('gives only what the user may see', () => {
    expect(column(org, 'Name', 'SELECT Name FROM Account WITH USER_MODE', [], rights)).toEqual(['Acme']);
    expect(run('SELECT (SELECT Id FROM Contacts) FROM Account WITH USER_MODE').rowCount).toBe(2);
    expect(run('SELECT COUNT() FROM Contact WITH USER_MODE').count).toBe(1);
  });

  it('leaves what the user may not read out of FIELDS', () => {
    const [row] = run('SELECT FIELDS(STANDARD) FROM Contact WITH USER_MODE').rows;
    expect(row?.queried?.has('lastname')).toBe(true);
    expect(row?.queried?.has('email')).toBe(false);
  });

  it('is the mode of a query that does not say otherwise', () => {
    expect(refusal(() => run('SELECT Email FROM Contact', { mode: 'user' }))).toContain("No such column 'Email'");
    expect(run('SELECT Email FROM Contact WITH SYSTEM_MODE', { mode: 'user' }).totalSize).toBe(2);
  });
});

describe('a query in system mode', () => {
  it('reads everything, and sees everything but with sharing', () => {
    expect(run('SELECT Email FROM Contact').totalSize).toBe(2);
    expect(run('SELECT Email FROM Contact', { isWithSharing: true }).totalSize).toBe(1);
    expect(run('SELECT Id FROM Opportunity').mode).toBe('system');
  });
});

describe('WITH SECURITY_ENFORCED', () => {
  it('refuses what SELECT names and passes over what WHERE does', () => {
    const message = 'Insufficient permissions: secure query included inaccessible field';
    expect(refused('SELECT Email FROM Contact WITH SECURITY_ENFORCED')).toBe(message);
    expect(refused('SELECT Id FROM Opportunity WITH SECURITY_ENFORCED')).toBe(message);
    expect(run('SELECT Id FROM Contact WHERE Phone = null WITH SECURITY_ENFORCED').mode).toBe('enforced');
  });
});
