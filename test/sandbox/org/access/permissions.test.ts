import { beforeEach, describe, expect, it } from '@jest/globals';
import { beginAccess, type AccessBegun, type Who } from './begin-access.ts';

const noPlan = "System.QueryException: sObject type 'Plan__c' is not supported";
const noColumn = (field: string, object: string) =>
  `System.QueryException: No such column '${field}' on entity '${object}'`;

let begun: AccessBegun;
beforeEach(() => {
  begun = beginAccess();
  begun.run(`
    insert new Lead(LastName = 'Lovelace', Company = 'Engines', Email = 'ada@example.com', City = 'London', Score__c = 5);
    Plan__c plan = new Plan__c(Name = 'One', Size__c = 2, Kind__c = 'Big', Key__c = 'k1');
    insert plan;
    insert new Step__c(Plan__c = plan.Id, Size__c = 1);
    return null;`);
});

const count = (who: Who, soql: string) => begun.as(who, `result = [${soql}];`);

describe('a query in user mode', () => {
  it('gives an administrator everything', () => {
    expect(count('administrator', "SELECT COUNT() FROM Plan__c WHERE Kind__c = 'Big' WITH USER_MODE")).toBe('1');
    expect(begun.as('administrator', 'result = [SELECT Score__c FROM Lead WITH USER_MODE].Score__c;')).toBe('5');
  });

  it('knows standard objects and their standard fields for a standard user, and nothing of custom ones', () => {
    expect(begun.as('standard', 'result = [SELECT Email FROM Lead WITH USER_MODE].Email;')).toBe('ada@example.com');
    expect(count('standard', 'SELECT COUNT() FROM Lead WHERE Score__c = 5 WITH USER_MODE')).toContain(
      noColumn('Score__c', 'Lead'),
    );
    expect(begun.as('standard', 'result = [SELECT Id FROM Lead WITH USER_MODE ORDER BY Score__c];')).toContain(
      noColumn('Score__c', 'Lead'),
    );
    expect(count('standard', 'SELECT COUNT() FROM Plan__c WITH USER_MODE')).toContain(noPlan);
    expect(count('standard', 'SELECT COUNT() FROM Product2 WITH USER_MODE')).toBe('0');
  });

  it('knows nothing for guests and integration users but what they were granted', () => {
    for (const who of ['guest', 'integration'] as const) {
      expect(count(who, 'SELECT COUNT() FROM Lead WITH USER_MODE')).toContain("sObject type 'Lead' is not supported");
      expect(begun.assign(who, 'LeadReader')).toBe('assigned');
      expect(begun.as(who, 'result = [SELECT Phone FROM Lead WITH USER_MODE];')).toContain(noColumn('Phone', 'Lead'));
    }
    expect(begun.as('integration', 'result = [SELECT Email FROM Lead WITH USER_MODE].Email;')).toBe('ada@example.com');
    // The parts of an address have one permission, and required fields need none.
    expect(begun.as('integration', 'result = [SELECT City, Company FROM Lead WITH USER_MODE].City;')).toBe('London');
    // Guests see no record that is not shared with them.
    expect(count('guest', 'SELECT COUNT() FROM Lead WITH USER_MODE')).toBe('0');
  });

  it('knows what a permission set grants, from its assignment to its end', () => {
    begun.assign('standard', 'Planner');
    expect(begun.as('standard', 'result = [SELECT Kind__c FROM Plan__c WITH USER_MODE].Kind__c;')).toBe('Big');
    expect(count('standard', 'SELECT COUNT() FROM Plan__c WHERE Key__c = null WITH USER_MODE')).toContain(
      noColumn('Key__c', 'Plan__c'),
    );
    // What points to a master needs no permission.
    expect(begun.as('standard', 'result = [SELECT Plan__r.Name FROM Step__c WITH USER_MODE].Plan__r.Name;')).toBe(
      'One',
    );
    begun.run('delete [SELECT Id FROM PermissionSetAssignment]; return null;');
    expect(count('standard', 'SELECT COUNT() FROM Plan__c WITH USER_MODE')).toContain(noPlan);
  });

  it('names all fields that are inaccessible', () => {
    begun.assign('standard', 'Planner');
    expect(
      begun.as(
        'standard',
        `try { Database.query('SELECT Key__c, Steps__c FROM Plan__c', AccessLevel.USER_MODE); }
         catch (QueryException e) { result = e.getInaccessibleFields(); }`,
      ),
    ).toBe('{Plan__c={Key__c, Steps__c}}');
  });

  it('is what WITH SECURITY_ENFORCED checks of SELECT alone', () => {
    const message = 'System.QueryException: Insufficient permissions: secure query included inaccessible field';
    expect(begun.as('standard', 'result = [SELECT Score__c FROM Lead WITH SECURITY_ENFORCED];')).toBe(message);
    expect(count('standard', 'SELECT COUNT() FROM Lead WHERE Score__c = 5 WITH SECURITY_ENFORCED')).toBe('1');
  });

  it('reads custom metadata only where its type was opened', () => {
    expect(count('standard', 'SELECT COUNT() FROM Choice__mdt WITH USER_MODE')).toContain("'Choice__mdt'");
    expect(count('standard', 'SELECT COUNT() FROM Choice__mdt')).toBe('1');
    begun.assign('standard', 'Planner');
    expect(count('standard', 'SELECT COUNT() FROM Choice__mdt WITH USER_MODE')).toBe('1');
  });

  it('ignores all of it in system mode', () => {
    for (const who of ['standard', 'guest', 'integration', 'automatedProcess'] as const) {
      expect(count(who, "SELECT COUNT() FROM Plan__c WHERE Key__c = 'k1' WITH SYSTEM_MODE")).toBe('1');
    }
  });
});

describe('a change in user mode', () => {
  const denied = "System.SecurityException: Access to entity 'Plan__c' denied";

  it('needs the permission on the object for what it does', () => {
    expect(begun.as('standard', "insert as user new Plan__c(Name = 'Two');")).toBe(denied);
    begun.assign('standard', 'Planner');
    expect(begun.as('standard', "insert as user new Plan__c(Name = 'Two'); result = 'saved';")).toBe('saved');
    expect(begun.as('standard', "delete as user [SELECT Id FROM Plan__c WHERE Name = 'Two']; result = 'gone';")).toBe(
      denied,
    );
    expect(begun.as('guest', "Database.insert(new Plan__c(Name = 'Two'), false, AccessLevel.USER_MODE);")).toBe(denied);
    expect(begun.as('guest', "insert as system new Plan__c(Name = 'Two'); result = 'saved';")).toBe('saved');
  });

  it('needs the permission on each field that is given, a null among them', () => {
    begun.assign('standard', 'Planner');
    const message =
      'Operation failed due to fields being inaccessible on Sobject Plan__c, check errors on Exception or Result!';
    const text = `try { insert as user new Plan__c(Name = 'Two', Kind__c = null, Size__c = 1); }
      catch (DmlException e) { result = e.getMessage() + ' ' + e.getDmlFieldNames(0); }`;
    expect(begun.as('standard', text)).toBe(`${message} (Kind__c)`);
    const some = `List<Plan__c> plans = new List<Plan__c>{ new Plan__c(Key__c = 'x'), new Plan__c(Size__c = 1) };
      List<Database.SaveResult> saved = Database.insert(plans, false, AccessLevel.USER_MODE);
      result = saved[0].isSuccess() + ' ' + saved[0].getErrors()[0].getFields() + ' ' + saved[1].isSuccess();`;
    expect(begun.as('standard', some)).toBe('false (Key__c) true');
  });

  it('leaves fields to triggers and defaults, and asks for those of the request alone', () => {
    begun = beginAccess([], {}, ["trigger Keys on Plan__c (before insert) { Trigger.new[0].Key__c = 'made'; }"]);
    begun.assign('standard', 'Planner');
    begun.as('standard', "insert as user new Plan__c(Name = 'Two');");
    expect(begun.run('return [SELECT Key__c FROM Plan__c].Key__c;')).toBe('made');
  });

  it('refuses an update that carries a master that cannot change', () => {
    begun.assign('standard', 'Planner');
    const update = (select: string) =>
      begun.as(
        'standard',
        `Step__c step = [SELECT ${select} FROM Step__c]; step.Size__c = 3; update as user step; result = 'saved';`,
      );
    expect(update('Id, Plan__c')).toContain('fields being inaccessible on Sobject Step__c');
    expect(update('Id')).toBe('saved');
  });

  it('lets administrators do everything', () => {
    const text = `Plan__c plan = [SELECT Id, Key__c, Kind__c, Twice__c, CreatedDate FROM Plan__c];
      plan.Kind__c = 'Small'; update as user plan; delete as user plan; undelete as user plan;
      upsert as user new Plan__c(Key__c = 'k9') Key__c; result = 'done';`;
    expect(begun.as('administrator', text)).toBe('done');
  });

  it('is what triggers do not run in', () => {
    begun = beginAccess([], {}, [
      "trigger Logs on Lead (after insert) { insert as system new Log__c(Text__c = 'seen'); System.assertEquals(1, [SELECT COUNT() FROM Log__c]); }",
    ]);
    const text = "insert as user new Lead(LastName = 'L', Company = 'C'); result = 'saved';";
    expect(begun.as('standard', text)).toBe('saved');
  });
});

describe('describe calls', () => {
  it('tell what the running user may do', () => {
    const objects = `Schema.DescribeSObjectResult d = Schema.SObjectType.Plan__c;
      result = '' + d.isAccessible() + d.isCreateable() + d.isUpdateable() + d.isDeletable();`;
    const fields = (name: string) => `Schema.DescribeFieldResult d = Plan__c.${name}.getDescribe();
      result = '' + d.isAccessible() + d.isCreateable() + d.isUpdateable();`;
    expect(begun.as('administrator', objects)).toBe('truetruetruetrue');
    expect(begun.as('standard', objects)).toBe('falsefalsefalsefalse');
    begun.assign('standard', 'Planner');
    expect(begun.as('standard', objects)).toBe('truetruetruefalse');
    expect(begun.as('standard', fields('Size__c'))).toBe('truetruetrue');
    expect(begun.as('standard', fields('Kind__c'))).toBe('truefalsefalse');
    expect(begun.as('standard', fields('Key__c'))).toBe('falsefalsefalse');
    expect(begun.as('standard', fields('Twice__c'))).toBe('truefalsefalse');
    expect(begun.as('standard', fields('CreatedDate'))).toBe('truefalsefalse');
  });
});

describe('Security.stripInaccessible', () => {
  it('gives copies without what the user may not use, and says what is gone', () => {
    begun.assign('standard', 'Planner');
    const text = `Plan__c plan = [SELECT Id, Name, Key__c, Kind__c, (SELECT Id, Size__c FROM Steps__r) FROM Plan__c];
      SObjectAccessDecision read = Security.stripInaccessible(AccessType.READABLE, new List<Plan__c>{ plan });
      SObjectAccessDecision edit = Security.stripInaccessible(AccessType.UPDATABLE, new List<Plan__c>{ new Plan__c(Id = plan.Id), plan });
      Plan__c copy = (Plan__c) read.getRecords()[0];
      result = read.getRemovedFields() + ' ' + copy.isSet('Key__c') + ' ' + copy.Kind__c + ' ' + copy.Steps__r.size() + ' ' +
        plan.Key__c + ' ' + edit.getRemovedFields().get('Plan__c').contains('Kind__c') + edit.getModifiedIndexes();`;
    expect(begun.as('standard', text)).toBe('{Plan__c={Key__c}} false Big 1 k1 true{1}');
  });

  it('is an exception where the object itself is closed, unless that is not asked', () => {
    const strip = (more: string) => `List<Plan__c> plans = [SELECT Name, Size__c FROM Plan__c];
      result = Security.stripInaccessible(AccessType.READABLE, plans${more}).getRemovedFields();`;
    expect(begun.as('standard', strip(''))).toBe('System.NoAccessException: No access to entity: Plan__c');
    expect(begun.as('standard', strip(', false'))).toBe('{Plan__c={Size__c}}');
  });
});

describe('a user', () => {
  it('is told by UserInfo within System.runAs', () => {
    const text =
      "result = UserInfo.getUserType() + ' ' + (UserInfo.getProfileId() == null) + ' ' + UserInfo.getName();";
    expect(begun.as('standard', text)).toBe('Standard false Standard User');
    expect(begun.as('guest', text)).toBe('Guest false Site Guest User');
    expect(begun.as('automatedProcess', text)).toBe('AutomatedProcess true Automated Process');
  });

  it('has custom permissions by permission sets', () => {
    const text = "result = FeatureManagement.checkPermission('SeePlans');";
    expect(begun.as('administrator', text)).toBe('false');
    expect(begun.as('standard', text)).toBe('false');
    begun.assign('standard', 'Planner');
    expect(begun.as('standard', text)).toBe('true');
  });

  it('that a test makes is inserted by System.runAs, and has the rights of the profile', () => {
    const text = `Profile chosen = [SELECT Id FROM Profile WHERE Name = 'Standard User'];
      User made = new User(LastName = 'Test', Alias = 'test', Email = 'test@example.com', Username = 'made@example.com', ProfileId = chosen.Id,
        EmailEncodingKey = 'UTF-8', LanguageLocaleKey = 'en_US', LocaleSidKey = 'en_US', TimeZoneSidKey = 'Europe/London');
      String found;
      System.runAs(made) {
        found = [SELECT COUNT() FROM Lead WITH USER_MODE] + ' ' + (UserInfo.getUserId() == made.Id) + ' ' + UserInfo.getTimeZone().getID();
        try { insert as user new Plan__c(); } catch (SecurityException e) { found += ' ' + e.getMessage(); }
      }
      return found;`;
    expect(begun.run(text)).toBe("1 true Europe/London Access to entity 'Plan__c' denied");
  });

  it('that is a guest owns nothing that it makes', () => {
    begun.as('guest', "insert as system new Lead(LastName = 'Made', Company = 'C');");
    expect(
      begun.run(
        "Lead made = [SELECT Owner.Username, CreatedBy.Username FROM Lead WHERE LastName = 'Made']; return made.Owner.Username + ' ' + made.CreatedBy.Username;",
      ),
    ).toBe('running.user@example.com guest.user@example.com');
  });

  it('may be changed by itself and by who manages users', () => {
    const text = (username: string) =>
      `User changed = [SELECT Id FROM User WHERE Username = '${username}']; changed.Title = 'x'; update as user changed; result = 'saved';`;
    expect(begun.as('standard', text('standard.user@example.com'))).toBe('saved');
    expect(begun.as('standard', text('integration.user@example.com'))).toContain('INSUFFICIENT_ACCESS_OR_READONLY');
    expect(begun.as('administrator', text('integration.user@example.com'))).toBe('saved');
  });
});
