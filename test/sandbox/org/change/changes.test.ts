import { describe, expect, it } from '@jest/globals';
import { ApexSObject, recordTypeOf } from '../../../../sandbox/salesforce/apex/library/record/apex-sobject.ts';
import { ApexId } from '../../../../sandbox/salesforce/apex/library/text/apex-id.ts';
import { beginOrg, type Begun } from './begin-org.ts';

function lead(fields: Record<string, unknown>): ApexSObject {
  return recordOf('Lead', { LastName: 'Lovelace', Company: 'Engines', ...fields });
}

function recordOf(objectName: string, fields: Record<string, unknown>): ApexSObject {
  return new ApexSObject(
    recordTypeOf(objectName),
    new Map(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value])),
  );
}

/** What becomes of each record: its status codes and messages, or "saved". */
function save(
  { org }: Begun,
  records: readonly ApexSObject[],
  operation: 'insert' | 'update' | 'delete' = 'insert',
): string[] {
  return org.changes
    .apply(operation, records, { allOrNone: false })
    .map((each) =>
      each.success
        ? 'saved'
        : each.errors.map((error) => `${error.statusCode} ${error.message} [${error.fields.join()}]`).join('; '),
    );
}

describe('saving records', () => {
  it('names every required field that is missing', () => {
    expect(save(beginOrg(), [recordOf('Lead', { LastName: ' ' })])).toEqual([
      'REQUIRED_FIELD_MISSING Required fields are missing: [LastName, Company] [LastName,Company]',
    ]);
  });

  it('refuses texts that are too long, bad addresses and values outside of a restricted picklist', () => {
    const begun = beginOrg();
    const answers = save(begun, [
      lead({ FirstName: 'x'.repeat(41) }),
      lead({ Email: 'nobody' }),
      lead({ Status: 'Anything goes' }),
      recordOf('Plan__c', { Name: 'P', Kind__c: 'Huge' }),
    ]);
    expect(answers).toEqual([
      `STRING_TOO_LONG FirstName: data value too large: ${'x'.repeat(41)} (max length=40) [FirstName]`,
      'INVALID_EMAIL_ADDRESS Email: invalid email address: nobody [Email]',
      'saved',
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST Kind__c: bad value for restricted picklist field: Huge [Kind__c]',
    ]);
  });

  it('refuses references to nothing, to another object and to what is deleted', () => {
    const begun = beginOrg();
    const [gone] = begun.org.changes.apply('insert', [lead({})], { allOrNone: true });
    const goneId = new ApexId(gone?.id ?? '');
    save(begun, [recordOf('Lead', { Id: goneId })], 'delete');
    const answers = save(begun, [
      recordOf('Log__c', { Lead__c: new ApexId('00Q000000000zzzAAA') }),
      recordOf('Log__c', { Lead__c: new ApexId('005000000000001AAA') }),
      recordOf('Log__c', { Lead__c: goneId }),
    ]);
    expect(answers.map((each) => each.split(' ')[0])).toEqual([
      'INVALID_CROSS_REFERENCE_KEY',
      'FIELD_INTEGRITY_EXCEPTION',
      'ENTITY_IS_DELETED',
    ]);
  });

  it('keeps numbers with the places of their field and refuses those that do not fit', () => {
    const begun = beginOrg();
    expect(
      begun.run(`Plan__c plan = new Plan__c(Name = 'P', Size__c = 1.005); insert plan;
      Plan__c stored = [SELECT Size__c, Twice__c, Kind__c FROM Plan__c]; return stored.Size__c + ' ' + stored.Twice__c + ' ' + stored.Kind__c;`),
    ).toBe('1.01 2.0 Small');
    expect(begun.run(`insert new Plan__c(Name = 'P', Size__c = 1000); return null;`)).toContain(
      'NUMBER_OUTSIDE_VALID_RANGE',
    );
  });

  it('holds to validation rules, with what the record was before', () => {
    const { run } = beginOrg();
    expect(run(`insert new Lead(LastName = 'L', Company = 'C', Score__c = -1); return null;`)).toBe(
      'System.DmlException: Insert failed. First exception on row 0; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, A score is never negative.: [Score__c]',
    );
    expect(
      run(`Lead made = new Lead(LastName = 'L', Company = 'C', Score__c = 1); insert made; made.Score__c = -2;
      try { update made; } catch (DmlException thrown) { return thrown.getDmlId(0) == made.Id; } return null;`),
    ).toBe('true');
  });

  it('keeps unique fields unique, without regard to case', () => {
    const { run } = beginOrg();
    expect(
      run(
        `insert new List<Plan__c>{ new Plan__c(Name = 'A', Key__c = 'k'), new Plan__c(Name = 'B', Key__c = 'K') }; return null;`,
      ),
    ).toMatch(
      /First exception on row 1; first error: DUPLICATE_VALUE, duplicate value found: Key__c duplicates value on record with id: a0\w{13}: \[\]$/,
    );
    expect(
      run(
        `Plan__c plan = new Plan__c(Name = 'A', Key__c = 'k'); insert plan; delete plan; insert new Plan__c(Name = 'B', Key__c = 'K'); return 'again';`,
      ),
    ).toBe('again');
  });

  it('finds by an external id what an upsert updates, and inserts the rest', () => {
    const { run } = beginOrg(
      [
        "trigger Count on Plan__c (before insert, before update) { Counter.seen.add(Trigger.operationType + ' ' + Trigger.size); }",
      ],
      ['public class Counter { public static List<String> seen = new List<String>(); }'],
    );
    expect(
      run(`insert new Plan__c(Name = 'A', Key__c = 'a');
      List<Plan__c> plans = new List<Plan__c>{ new Plan__c(Name = 'A2', Key__c = 'A'), new Plan__c(Name = 'B', Key__c = 'b') };
      upsert plans Key__c;
      List<String> names = new List<String>();
      for (Plan__c each : [SELECT Name FROM Plan__c ORDER BY Name]) { names.add(each.Name); }
      return String.join(names, ',') + ' ' + (plans[0].Id != null) + ' ' + String.join(Counter.seen, ',');`),
    ).toBe('A2,B true BEFORE_INSERT 1,BEFORE_INSERT 1,BEFORE_UPDATE 1');
  });

  it('tries the good records of a chunk again without the bad ones, and their triggers with them', () => {
    const begun = beginOrg([
      `trigger Judge on Lead (before insert, after insert) {
        for (Lead each : Trigger.new) {
          if (Trigger.isBefore && each.LastName == 'Bad') { each.addError('Bad before'); }
          if (Trigger.isAfter && each.LastName == 'Worse') { each.addError('Bad after'); }
        }
        if (Trigger.isBefore) { System.debug(Trigger.size); }
      }`,
    ]);
    const transaction = begun.program.begin({ now: 0 });
    const records = [lead({}), lead({ LastName: 'Bad' }), lead({ LastName: 'Worse' })];
    expect(transaction.within(() => save(begun, records))).toEqual([
      'saved',
      'FIELD_CUSTOM_VALIDATION_EXCEPTION Bad before []',
      'FIELD_CUSTOM_VALIDATION_EXCEPTION Bad after []',
    ]);
    expect(transaction.log.map((each) => each.text)).toEqual(['3', '1']);
    expect([...begun.org.store.recordsOf('Lead')].map((each) => each.fields.get('lastname'))).toEqual(['Lovelace']);
  });

  it('numbers records, and refuses what only the platform sets', () => {
    const begun = beginOrg();
    expect(save(begun, [recordOf('Log__c', { Name: 'mine' })])[0]).toContain(
      'INVALID_FIELD_FOR_INSERT_UPDATE Unable to create/update fields: Name.',
    );
    expect(
      begun.run(
        `insert new List<Log__c>{ new Log__c(), new Log__c() }; Log__c last = [SELECT Name FROM Log__c ORDER BY Name DESC LIMIT 1]; return last.Name;`,
      ),
    ).toBe('L-2');
  });

  it('refuses a list that names a record twice', () => {
    expect(
      beginOrg().run(`Lead made = new Lead(LastName = 'L', Company = 'C'); insert made;
      update new List<Lead>{ new Lead(Id = made.Id), new Lead(Id = made.Id) }; return null;`),
    ).toMatch(/^System.ListException: Duplicate id in list: 00Q/);
  });

  it('sets system fields and keeps who made a record apart from who changed it', () => {
    const { run } = beginOrg();
    expect(
      run(`Lead made = new Lead(LastName = 'L', Company = 'C'); insert made;
      Lead stored = [SELECT CreatedDate, CreatedById, OwnerId, IsDeleted, IsConverted FROM Lead];
      return (stored.OwnerId == UserInfo.getUserId()) + ' ' + (stored.CreatedById == stored.OwnerId) + ' ' + stored.IsConverted + ' ' + stored.CreatedDate.formatGmt('yyyy-MM-dd HH:mm:ss.SSS');`),
    ).toBe('true true false 2026-11-21 12:00:00.000');
  });
});

describe('deleting records', () => {
  it('takes details along, empties lookups, and brings both back', () => {
    const { run } = beginOrg();
    expect(
      run(`Plan__c plan = new Plan__c(Name = 'P'); insert plan; insert new Step__c(Plan__c = plan.Id);
      delete plan; return [SELECT COUNT() FROM Step__c] + [SELECT COUNT() FROM Step__c ALL ROWS];`),
    ).toBe('1');
    expect(
      run(`Lead made = new Lead(LastName = 'L', Company = 'C'); insert made; insert new Log__c(Lead__c = made.Id); delete made;
      Log__c emptied = [SELECT Lead__c FROM Log__c]; undelete made; Log__c back = [SELECT Lead__c FROM Log__c];
      return emptied.Lead__c + ' ' + (back.Lead__c == made.Id);`),
    ).toBe('null true');
  });

  it('keeps what was deleted until the recycle bin is emptied', () => {
    const begun = beginOrg();
    begun.run(
      `Plan__c plan = new Plan__c(Name = 'P'); insert plan; insert new Step__c(Plan__c = plan.Id); delete plan; return null;`,
    );
    const [plan] = [...begun.org.store.recordsOf('Plan__c')];
    expect(begun.org.changes.emptyRecycleBin([plan?.id ?? ''])[0]?.success).toBe(true);
    expect([...begun.org.store.recordsOf('Plan__c'), ...begun.org.store.recordsOf('Step__c')]).toEqual([]);
    expect(begun.org.changes.emptyRecycleBin([plan?.id ?? ''])[0]?.success).toBe(false);
  });

  it('counts and sums details in roll-up summaries', () => {
    expect(
      beginOrg().run(`Plan__c plan = new Plan__c(Name = 'P'); insert plan;
      List<Step__c> steps = new List<Step__c>();
      for (Integer size : new List<Integer>{ 1, 2, 3, 4 }) { steps.add(new Step__c(Plan__c = plan.Id, Size__c = size)); }
      insert steps;
      Plan__c stored = [SELECT Steps__c, BigSteps__c FROM Plan__c]; return stored.Steps__c + ' ' + stored.BigSteps__c;`),
    ).toBe('4 7');
  });

  it('refuses what is gone already', () => {
    expect(
      beginOrg().run(
        `Lead made = new Lead(LastName = 'L', Company = 'C'); insert made; delete made; delete made; return null;`,
      ),
    ).toContain('ENTITY_IS_DELETED, entity is deleted: []');
  });
});

describe('merging records', () => {
  it("moves what hangs on the loser to the winner and tells the loser's triggers who won", () => {
    const { run } = beginOrg(
      [
        'trigger Gone on Lead (after delete, after update) { Counter.seen.add(Trigger.isDelete ? String.valueOf(Trigger.old[0].MasterRecordId != null) : Trigger.new[0].Title); }',
      ],
      ['public class Counter { public static List<String> seen = new List<String>(); }'],
    );
    expect(
      run(`Lead one = new Lead(LastName = 'One', Company = 'C'); Lead two = new Lead(LastName = 'Two', Company = 'C');
      insert new List<Lead>{ one, two }; insert new Log__c(Lead__c = two.Id);
      one.Title = 'Winner'; merge one two;
      Log__c log = [SELECT Lead__r.LastName FROM Log__c];
      return log.Lead__r.LastName + ' ' + [SELECT COUNT() FROM Lead] + ' ' + String.join(Counter.seen, ',');`),
    ).toBe('One 1 true,Winner');
  });
});

describe('isolation', () => {
  it('lets the changes of a test vanish', () => {
    const { org, run } = beginOrg();
    org.store.isolate(() => {
      run(`insert new Account(Name = 'Gone'); return null;`);
      expect([...org.store.recordsOf('Account')]).toHaveLength(1);
    });
    expect([...org.store.recordsOf('Account')]).toEqual([]);
  });

  it('keeps to the limit on DML statements', () => {
    expect(beginOrg().run(`for (Integer i = 0; i < 151; i++) { insert new Account(Name = 'A'); } return null;`)).toBe(
      'System.LimitException: Too many DML statements: 151',
    );
  });
});

describe('partial success', () => {
  it('ends the request after the third attempt, with nothing kept', () => {
    const begun = beginOrg(
      ["trigger Fussy on Lead (after insert) { Trigger.new[Trigger.size - 1].addError('The last one never.'); }"],
      [],
    );
    const records = Array.from({ length: 5 }, () => lead({}));
    const transaction = begun.program.begin({ now: 0 });
    expect(() => transaction.within(() => save(begun, records))).toThrow(
      'Too many batch retries in the presence of Apex triggers',
    );
    expect([...begun.org.store.recordsOf('Lead')]).toEqual([]);
  });

  it('refuses a record that another transaction has locked, and saves the others', () => {
    const begun = beginOrg();
    const made = begun.org.changes.apply('insert', [lead({}), lead({})], { allOrNone: true });
    const ids = made.map((each) => new ApexId(each.id ?? ''));
    begun.org.locks.request([String(ids[0])], 'another', 0);
    const records = ids.map((id) => recordOf('Lead', { Id: id, Title: 'Countess' }));
    expect(save(begun, records, 'update').map((each) => each.split(' ')[0])).toEqual(['UNABLE_TO_LOCK_ROW', 'saved']);
  });
});

describe('custom settings', () => {
  it('are owned by the org unless they say otherwise, and vanish without a recycle bin', () => {
    const files = new Map([
      [
        'objects/Switch__c/Switch__c.object-meta.xml',
        '<CustomObject><label>Switch</label><customSettingsType>Hierarchy</customSettingsType></CustomObject>',
      ],
      [
        'objects/Switch__c/fields/On__c.field-meta.xml',
        '<CustomField><fullName>On__c</fullName><type>Checkbox</type><defaultValue>true</defaultValue></CustomField>',
      ],
    ]);
    const begun = beginOrg([], [], { files });
    const [made] = begun.org.changes.apply('insert', [recordOf('Switch__c', {})], { allOrNone: true });
    const stored = begun.org.store.findRecord(made?.id ?? '');
    expect([String(stored?.fields.get('setupownerid')), stored?.fields.get('on__c')]).toEqual([
      '00D000000000001EAA',
      true,
    ]);
    expect(save(begun, [recordOf('Switch__c', { Id: new ApexId(made?.id ?? '') })], 'delete')).toEqual(['saved']);
    expect(begun.org.store.findRecord(made?.id ?? '')).toBeNull();
  });
});

describe('hooks of a save', () => {
  it('let duplicate rules refuse a record, and assignment rules run for requests that ask for them', () => {
    const assigned: string[] = [];
    const begun = beginOrg([], [], {
      hooks: {
        findDuplicate: (_object, fields) =>
          fields.get('lastname') === 'Twin'
            ? { statusCode: 'DUPLICATES_DETECTED', message: 'Use one of these records?', fields: [] }
            : null,
        assignOwners: (object, ids) => assigned.push(`${object.name} ${String(ids.length)}`),
      },
    });
    expect(save(begun, [lead({ LastName: 'Twin' }), lead({})])).toEqual([
      'DUPLICATES_DETECTED Use one of these records? []',
      'saved',
    ]);
    expect(assigned).toEqual([]);
    begun.org.changes.apply('insert', [lead({}), lead({})], { allOrNone: true, useAssignmentRules: true });
    expect(assigned).toEqual(['Lead 2']);
  });
});

describe('requests that are refused as a whole', () => {
  it('change between objects too often, or name one record twice', () => {
    const begun = beginOrg();
    const mixed = Array.from({ length: 12 }, (_, index) =>
      index % 2 === 0 ? lead({}) : recordOf('Account', { Name: 'A' }),
    );
    expect(() => save(begun, mixed)).toThrow('Cannot have more than 10 chunks in a single operation.');
    const one = lead({});
    expect(() => save(begun, [one, one])).toThrow('must not have two identically equal elements');
    expect([...begun.org.store.recordsOf('Lead')]).toEqual([]);
  });
});
