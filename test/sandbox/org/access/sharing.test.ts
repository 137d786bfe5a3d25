import { beforeEach, describe, expect, it } from '@jest/globals';
import { ApexSObject, recordTypeOf } from '../../../../sandbox/salesforce/apex/library/record/apex-sobject.ts';
import { enterUser } from '../../../../sandbox/salesforce/apex/library/system/users-run-as.ts';
import { seededUsers } from '../../../../sandbox/salesforce/org/access/standard-profiles.ts';
import { beginAccess, type AccessBegun, type Who } from './begin-access.ts';

/** Counts and changes leads in a class with a keyword: With.seen(), Without.rename(…). */
function reader(name: string, keyword: string): string {
  return `public ${keyword} class ${name} {
    public static Integer seen() { return [SELECT COUNT() FROM Lead WITH SYSTEM_MODE]; }
    public static Integer asked() { return Database.countQuery('SELECT COUNT() FROM Lead', AccessLevel.SYSTEM_MODE); }
    public static String rename(Id leadId) {
      try { update as system new Lead(Id = leadId, Company = '${name}'); return 'saved'; }
      catch (DmlException e) { return e.getDmlStatusCode(0); }
    }
    public static String remove(Id leadId) {
      Database.DeleteResult gone = Database.delete(new Lead(Id = leadId), false, AccessLevel.SYSTEM_MODE);
      return gone.isSuccess() ? 'gone' : gone.getErrors()[0].getStatusCode().name();
    }
    public static String give(Id leadId, Id ownerId) {
      try { update as system new Lead(Id = leadId, OwnerId = ownerId); return 'given'; }
      catch (DmlException e) { return e.getDmlStatusCode(0); }
    }
  }`;
}

const keywords = [
  reader('With', 'with sharing'),
  reader('Without', 'without sharing'),
  reader('Inherited', 'inherited sharing'),
  reader('Silent', ''),
];

const made = `insert as system new List<Lead>{
  new Lead(LastName = 'Mine', Company = 'C', OwnerId = '005000000000002AAA'),
  new Lead(LastName = 'Theirs', Company = 'C') };`;

let begun: AccessBegun;
const begin = (model: 'Private' | 'Read' | 'ReadWrite' | 'ReadWriteTransfer', classes: readonly string[] = []) => {
  begun = beginAccess([...keywords, ...classes], { sharingModels: { Lead: model, Account: 'Private' } });
  begun.run(`${made} return null;`);
};
const idOf = (name: string) => {
  const found = [...begun.org.store.recordsOf('Lead')].find((each) => each.fields.get('lastname') === name);
  return found?.id ?? '';
};

describe('the org-wide default of an object', () => {
  it('says what users may do with the records of others in a class with sharing', () => {
    const tried = (model: 'Private' | 'Read' | 'ReadWrite' | 'ReadWriteTransfer') => {
      begin(model);
      const id = idOf('Theirs');
      return begun.as(
        'standard',
        `result = With.seen() + ' ' + With.rename('${id}') + ' ' + With.give('${id}', UserInfo.getUserId()) + ' ' + With.remove('${id}');`,
      );
    };
    const hidden = 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY';
    const readOnly = 'INSUFFICIENT_ACCESS_OR_READONLY';
    expect(tried('Private')).toBe(`1 ${hidden} ${hidden} ${hidden}`);
    expect(tried('Read')).toBe(`2 ${readOnly} ${readOnly} ${readOnly}`);
    expect(tried('ReadWrite')).toBe(`2 saved ${readOnly} ${readOnly}`);
    // Whoever was given the record owns it, and owners may delete.
    expect(tried('ReadWriteTransfer')).toBe('2 saved given gone');
  });

  it('is ReadWriteTransfer for leads of a new org, and what metadata says for others', () => {
    begun = beginAccess(keywords, {
      files: new Map([
        [
          'objects/Lead/Lead.object-meta.xml',
          '<CustomObject xmlns="x"><sharingModel>Private</sharingModel></CustomObject>',
        ],
      ]),
    });
    begun.run(`${made} return null;`);
    expect(begun.as('standard', 'result = With.seen();')).toBe('1');
    begun = beginAccess(keywords);
    begun.run(`${made} return null;`);
    expect(begun.as('standard', `result = With.seen() + With.give('${idOf('Theirs')}', UserInfo.getUserId());`)).toBe(
      '2given',
    );
  });

  it('is no name of a kind that there is not', () => {
    const files = new Map([
      [
        'objects/Lead/Lead.object-meta.xml',
        '<CustomObject xmlns="x"><sharingModel>Secret</sharingModel></CustomObject>',
      ],
    ]);
    expect(() => beginAccess([], { files })).toThrow('<sharingModel> is Secret, which is none of Private, Read');
  });
});

describe('the sharing keyword of a class', () => {
  beforeEach(() =>
    begin('Private', [
      `public with sharing class Outer {
      public static String all() {
        return With.seen() + ' ' + Without.seen() + ' ' + Inherited.seen() + ' ' + Silent.seen() + ' ' + Inherited.asked() + ' ' + new Inner().seen();
      }
      public class Inner { public Integer seen() { return Without.seen() + Inherited.seen(); } }
    }`,
      `public without sharing class Open {
      public static String all() { return With.seen() + ' ' + Without.seen() + ' ' + Inherited.seen() + ' ' + Silent.seen() + ' ' + Inherited.asked(); }
      public static String through() { return Between.all(); }
    }`,
      `public inherited sharing class Between { public static String all() { return Inherited.seen() + ' ' + Silent.seen() + ' ' + With.seen(); } }`,
      `public virtual with sharing class Above { public Integer seen() { return [SELECT COUNT() FROM Lead WITH SYSTEM_MODE]; } }`,
      `public class Below extends Above { public Integer own() { return [SELECT COUNT() FROM Lead WITH SYSTEM_MODE]; } }`,
      `public without sharing class Third extends Above { public Integer own() { return [SELECT COUNT() FROM Lead WITH SYSTEM_MODE]; } }`,
    ]),
  );

  it('holds for the code of the class, whoever calls it; code without one obeys its callers', () => {
    expect(begun.as('standard', 'result = Outer.all();')).toBe('1 2 1 1 1 3');
    expect(begun.as('standard', 'result = Open.all();')).toBe('1 2 2 2 2');
    expect(begun.as('standard', 'result = Open.through();')).toBe('2 2 1');
  });

  it('of what begins a transaction is with sharing where it inherits, and without where it says nothing', () => {
    const user = begun.org.store.findRecord(seededUsers.standard);
    const enter = (name: string) => {
      const transaction = begun.program.begin({});
      return transaction.within(() => {
        enterUser(new ApexSObject(recordTypeOf('User'), new Map(user?.fields)));
        return transaction.call(name, 'seen', []);
      });
    };
    expect([enter('With'), enter('Without'), enter('Inherited'), enter('Silent')]).toEqual([1, 2, 1, 2]);
  });

  it('is that of the class it extends for one that has none', () => {
    expect(begun.as('standard', 'result = new Below().own() + new Below().seen();')).toBe('2');
    expect(begun.as('standard', 'result = new Third().own() + new Third().seen();')).toBe('3');
  });

  it('does not hold in triggers, nor in silent classes that they call', () => {
    begun = beginAccess(
      [
        ...keywords,
        "public with sharing class Saver { public static void save() { insert as system new Lead(LastName = 'New', Company = 'C'); } }",
      ],
      { sharingModels: { Lead: 'Private' } },
      [
        "trigger Counts on Lead (before insert) { Trigger.new[0].Description = Silent.seen() + ' ' + Inherited.seen() + ' ' + With.seen(); }",
      ],
    );
    begun.run(`${made} return null;`);
    expect(
      begun.as(
        'standard',
        "Saver.save(); result = [SELECT Description FROM Lead WHERE LastName = 'New' WITH SYSTEM_MODE].Description;",
      ),
    ).toBe('2 2 1');
  });

  it('means nothing in user mode, which always obeys sharing', () => {
    expect(begun.as('standard', 'result = [SELECT COUNT() FROM Lead WITH USER_MODE];')).toBe('1');
    expect(
      begun.as('standard', "result = Database.countQuery('SELECT COUNT() FROM Lead', AccessLevel.USER_MODE);"),
    ).toBe('1');
  });
});

describe('Apex of API 67 and later', () => {
  it('is with sharing and in user mode unless it says otherwise; triggers are in system mode', () => {
    const classes = [
      'public class Newer { public static Integer seen() { return [SELECT COUNT() FROM Lead]; } public static Integer plans() { return [SELECT COUNT() FROM Plan__c]; } public static Integer all() { return [SELECT COUNT() FROM Plan__c WITH SYSTEM_MODE]; } }',
      'public without sharing class Open { public static Integer all() { return [SELECT COUNT() FROM Lead WITH SYSTEM_MODE]; } }',
    ];
    const meta = (version: string) => `<ApexClass xmlns="x"><apiVersion>${version}</apiVersion></ApexClass>`;
    const tried = (version: string) => {
      const { files } = beginFiles([
        ['classes/Newer.cls-meta.xml', meta(version)],
        ['classes/Open.cls-meta.xml', meta(version)],
      ]);
      const org = beginAccess(classes, { files, sharingModels: { Lead: 'Private' } });
      org.run(`${made} return null;`);
      return ['Newer.seen()', 'Newer.plans()', 'Newer.all()', 'Open.all()'].map((each) =>
        org.as('standard', `result = ${each};`),
      );
    };
    expect(tried('66.0')).toEqual(['2', '0', '0', '2']);
    expect(tried('67.0')).toEqual(['1', expect.stringContaining("'Plan__c' is not supported"), '0', '2']);
  });
});

function beginFiles(more: readonly [string, string][]) {
  const plan =
    '<CustomObject xmlns="x"><label>Plan</label><nameField><label>Plan</label><type>Text</type></nameField></CustomObject>';
  return { files: new Map([['objects/Plan__c/Plan__c.object-meta.xml', plan], ...more]) };
}

describe('a record is shared', () => {
  const seen = (who: Who) => begun.as(who, 'result = With.seen();');

  it('with its owner, and with users above in the hierarchy of roles', () => {
    begin('Private');
    expect([seen('administrator'), seen('standard'), seen('integration'), seen('guest')]).toEqual(['2', '1', '0', '0']);
    begun.run(`UserRole top = new UserRole(Name = 'Top'); insert top;
      UserRole middle = new UserRole(Name = 'Middle', ParentRoleId = top.Id); insert middle;
      UserRole low = new UserRole(Name = 'Low', ParentRoleId = middle.Id); insert low;
      update new List<User>{
        new User(Id = '005000000000002AAA', UserRoleId = low.Id), new User(Id = '005000000000005AAA', UserRoleId = top.Id) };
      return null;`);
    expect([seen('standard'), seen('integration')]).toEqual(['1', '1']);
    expect(begun.as('integration', `result = With.remove('${idOf('Mine')}');`)).toBe('gone');
  });

  it('with the members of the queue that owns it, those of groups in the queue among them', () => {
    begin('Private');
    begun.run(`Group queue = new Group(Name = 'Intake', Type = 'Queue'); insert queue;
      Group team = new Group(Name = 'Team', Type = 'Regular'); insert team;
      insert new QueueSobject(QueueId = queue.Id, SobjectType = 'Lead');
      insert new List<GroupMember>{
        new GroupMember(GroupId = queue.Id, UserOrGroupId = team.Id), new GroupMember(GroupId = team.Id, UserOrGroupId = '005000000000005AAA') };
      update new Lead(Id = '${idOf('Theirs')}', OwnerId = queue.Id);
      return null;`);
    expect([seen('standard'), seen('integration')]).toEqual(['1', '1']);
    expect(begun.as('integration', `result = With.give('${idOf('Theirs')}', UserInfo.getUserId());`)).toBe('given');
    begun.run(
      "delete [SELECT Id FROM GroupMember]; update new Lead(Id = '" +
        idOf('Theirs') +
        "', OwnerId = '005000000000001AAA'); return null;",
    );
    expect(seen('integration')).toBe('0');
  });

  it('by the roles that a group stands for', () => {
    begin('Private');
    begun.run(`UserRole top = new UserRole(Name = 'Top'); insert top;
      UserRole low = new UserRole(Name = 'Low', ParentRoleId = top.Id); insert low;
      update new User(Id = '005000000000005AAA', UserRoleId = low.Id);
      return null;`);
    const { store } = begun.org;
    const role = [...store.recordsOf('UserRole')].find((each) => each.fields.get('name') === 'Top');
    begun.run(`Group all = new Group(Name = 'x', Type = 'RoleAndSubordinates'); insert all;
      insert new LeadShare(LeadId = '${idOf('Theirs')}', UserOrGroupId = all.Id, LeadAccessLevel = 'Read', RowCause = 'Manual'); return null;`);
    const group = [...store.recordsOf('Group')].find((each) => each.fields.get('name') === 'x');
    expect(seen('integration')).toBe('0');
    // Which role a group stands for is the platform's to say.
    if (group !== undefined && role !== undefined) {
      store.put({ ...group, fields: new Map(group.fields).set('relatedid', role.fields.get('id')) });
    }
    expect(seen('integration')).toBe('1');
  });

  it('by rows of its share object', () => {
    begin('Private');
    const id = idOf('Theirs');
    const share = (level: string) =>
      begun.run(
        `insert new LeadShare(LeadId = '${id}', UserOrGroupId = '005000000000002AAA', LeadAccessLevel = '${level}', RowCause = 'Manual'); return null;`,
      );
    share('Read');
    expect(begun.as('standard', `result = With.seen() + With.rename('${id}');`)).toBe(
      '2INSUFFICIENT_ACCESS_OR_READONLY',
    );
    share('Edit');
    expect(begun.as('standard', `result = With.rename('${id}') + With.remove('${id}');`)).toBe(
      'savedINSUFFICIENT_ACCESS_OR_READONLY',
    );
    expect(begun.as('standard', 'result = [SELECT COUNT() FROM LeadShare WITH USER_MODE];')).toBe('2');
    begun.run('delete [SELECT Id FROM LeadShare]; return null;');
    expect(seen('standard')).toBe('1');
  });

  it('by the share object of a custom one', () => {
    begun = beginAccess(
      [
        'public with sharing class Plans { public static Integer seen() { return [SELECT COUNT() FROM Plan__c WITH SYSTEM_MODE]; } public static Integer steps() { return [SELECT COUNT() FROM Step__c WITH SYSTEM_MODE]; } }',
      ],
      { sharingModels: { Plan__c: 'Private' } },
    );
    begun.run(`Plan__c plan = new Plan__c(Name = 'One'); insert plan; insert new Step__c(Plan__c = plan.Id);
      insert new Plan__Share(ParentId = plan.Id, UserOrGroupId = '005000000000005AAA', AccessLevel = 'Read', RowCause = 'Manual'); return null;`);
    expect(begun.as('integration', 'result = Plans.seen() + Plans.steps();')).toBe('2');
    expect(begun.as('standard', 'result = Plans.seen() + Plans.steps();')).toBe('0');
    begun.assign('standard', 'Overseer');
    expect(begun.as('standard', 'result = Plans.seen();')).toBe('1');
    expect(begun.as('standard', "Plan__c plan = [SELECT Id FROM Plan__c]; plan.Name = 'x'; update as user plan;")).toBe(
      "System.SecurityException: Access to entity 'Plan__c' denied",
    );
    begun.assign('standard', 'Chief');
    expect(
      begun.as(
        'standard',
        "Plan__c plan = [SELECT Id FROM Plan__c]; plan.Name = 'x'; update as user plan; result = 'saved';",
      ),
    ).toBe('saved');
  });

  it('as what it belongs to: details by their master, contacts by their account, activities by what they are about', () => {
    const text = `public with sharing class Related {
      public static String seen() {
        return [SELECT COUNT() FROM Account WITH SYSTEM_MODE] + ' ' + [SELECT COUNT() FROM Contact WITH SYSTEM_MODE] + ' ' +
          [SELECT COUNT() FROM Task WITH SYSTEM_MODE] + ' ' + [SELECT COUNT() FROM Lead WITH SYSTEM_MODE];
      }
      public static String link(Id accountId) {
        try { insert as system new Opportunity(Name = 'O', AccountId = accountId, StageName = 'Prospecting', CloseDate = Date.today()); return 'saved'; }
        catch (DmlException e) { return e.getDmlStatusCode(0); }
      }
    }`;
    begin('Private', [text]);
    begun.run(`Account mine = new Account(Name = 'Mine', OwnerId = '005000000000002AAA'); Account theirs = new Account(Name = 'Theirs');
      insert new List<Account>{ mine, theirs };
      insert new List<Contact>{ new Contact(LastName = 'A', AccountId = mine.Id), new Contact(LastName = 'B', AccountId = theirs.Id) };
      insert new List<Task>{ new Task(WhoId = '${idOf('Mine')}'), new Task(WhoId = '${idOf('Theirs')}') };
      return null;`);
    expect(begun.as('standard', 'result = Related.seen();')).toBe('1 1 1 1');
    expect(begun.as('administrator', 'result = Related.seen();')).toBe('2 2 2 2');
    const account = (name: string) =>
      [...begun.org.store.recordsOf('Account')].find((each) => each.fields.get('name') === name)?.id ?? '';
    expect(begun.as('standard', `result = Related.link('${account('Mine')}');`)).toBe('saved');
    expect(begun.as('standard', `result = Related.link('${account('Theirs')}');`)).toBe(
      'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
    );
  });

  it('with the platform’s own user, who sees all', () => {
    begin('Private');
    expect(seen('automatedProcess')).toBe('2');
  });
});
