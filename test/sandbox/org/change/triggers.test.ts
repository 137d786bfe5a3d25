import { describe, expect, it } from '@jest/globals';
import { Unsupported } from '../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { beginOrg } from './begin-org.ts';

const newLead = (more = '') => `new Lead(LastName = 'Lovelace', Company = 'Engines'${more})`;

describe('triggers', () => {
  it("before an insert set fields of what is saved, and not of the record in the caller's hand", () => {
    const { run } = beginOrg([
      "trigger Fill on Lead (before insert) { for (Lead each : Trigger.new) { each.Title = 'Countess'; } }",
    ]);
    const answer = run(`Lead made = ${newLead()}; insert made;
      Lead stored = [SELECT Title, Name, Status FROM Lead WHERE Id = :made.Id];
      return made.Title + ' ' + stored.Title + ' ' + stored.Name + ' ' + stored.Status;`);
    expect(answer).toBe('null Countess Lovelace Open - Not Contacted');
  });

  it('after an insert know ids and system fields, and insert children', () => {
    const { run } = beginOrg([
      `trigger Note on Lead (after insert) {
        List<Log__c> logs = new List<Log__c>();
        for (Lead each : Trigger.new) { logs.add(new Log__c(Lead__c = each.Id, Text__c = String.valueOf(each.CreatedDate.getTime()))); }
        insert logs;
      }`,
    ]);
    const answer = run(`insert ${newLead()};
      Log__c log = [SELECT Name, Text__c, Lead__r.LastName FROM Log__c];
      return log.Name + ' ' + log.Text__c + ' ' + log.Lead__r.LastName;`);
    expect(answer).toBe(`L-1 ${String(Date.UTC(2026, 10, 21, 12))} Lovelace`);
  });

  it('run once for each 200 records of a request', () => {
    const { run } = beginOrg(
      ['trigger Count on Lead (before insert, after insert) { Counter.sizes.add(Trigger.size); }'],
      ['public class Counter { public static List<Integer> sizes = new List<Integer>(); }'],
    );
    const answer = run(`List<Lead> leads = new List<Lead>();
      for (Integer i = 0; i < 450; i++) { leads.add(new Lead(LastName = 'L' + i, Company = 'C')); }
      insert leads; return String.valueOf(Counter.sizes) + [SELECT COUNT() FROM Lead];`);
    expect(answer).toBe('(200, 200, 200, 200, 50, 50)450');
  });

  it('see old and new values of an update side by side', () => {
    const { run } = beginOrg(
      [
        `trigger Look on Lead (before update, after update) {
          for (Lead each : Trigger.new) {
            Counter.seen.add(Trigger.operationType + ' ' + Trigger.oldMap.get(each.Id).Title + '>' + Trigger.newMap.get(each.Id).Title + ' ' + each.Company);
          }
        }`,
      ],
      ['public class Counter { public static List<String> seen = new List<String>(); }'],
    );
    const answer = run(`Lead made = ${newLead(", Title = 'a'")}; insert made;
      update new Lead(Id = made.Id, Title = 'b'); return String.join(Counter.seen, '; ');`);
    expect(answer).toBe('BEFORE_UPDATE a>b Engines; AFTER_UPDATE a>b Engines');
  });

  it('may not write records that are saved already', () => {
    const { run } = beginOrg(["trigger Late on Lead (after insert) { Trigger.new[0].Title = 'x'; }"]);
    expect(run(`insert ${newLead()}; return null;`)).toBe(
      'System.DmlException: Insert failed. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Late: execution of AfterInsert\n\ncaused by: System.FinalException: Record is read-only\n\nTrigger.Late: line 1, column 1: []',
    );
  });

  it('keep a record from being saved by an error on it, and with all or none the others too', () => {
    const { run, org } = beginOrg([
      `trigger Refuse on Lead (before insert) {
        for (Lead each : Trigger.new) { if (each.LastName == 'Bad') { each.Title.addError('Not this one.'); } }
      }`,
    ]);
    const answer = run(`List<Lead> leads = new List<Lead>{ ${newLead()}, new Lead(LastName = 'Bad', Company = 'C') };
      try { insert leads; return 'saved'; } catch (DmlException thrown) {
        return thrown.getNumDml() + ' ' + thrown.getDmlIndex(0) + ' ' + thrown.getDmlStatusCode(0) + ' ' + thrown.getDmlMessage(0)
          + ' ' + thrown.getDmlFieldNames(0) + ' ' + leads[0].Id; }`);
    expect(answer).toBe('1 1 FIELD_CUSTOM_VALIDATION_EXCEPTION Not this one. (Title) null');
    expect([...org.store.recordsOf('Lead')]).toEqual([]);
  });

  it('undo everything when they throw, what they themselves saved included', () => {
    const { run, org } = beginOrg([
      "trigger Fails on Lead (after insert) { insert new Log__c(Text__c = 'gone'); Integer zero = 0; Integer bad = 1 / zero; }",
    ]);
    expect(
      run(
        `insert new Account(Name = 'Kept'); try { insert ${newLead()}; } catch (DmlException thrown) { return 'caught'; } return null;`,
      ),
    ).toBe('caught');
    expect([...org.store.recordsOf('Log__c')]).toEqual([]);
    expect([...org.store.recordsOf('Account')]).toHaveLength(1);
    expect(run(`insert new Account(Name = 'Lost'); insert ${newLead()}; return null;`)).toContain('Divide by 0');
    expect([...org.store.recordsOf('Account')]).toHaveLength(1);
  });

  it('set off each other sixteen deep', () => {
    const { run, org } = beginOrg(
      ['trigger Again on Log__c (after insert) { Counter.depth += 1; insert new Log__c(Number__c = Counter.depth); }'],
      ['public class Counter { public static Integer depth = 0; }'],
    );
    const answer = run(
      `try { insert new Log__c(); } catch (DmlException thrown) { return Counter.depth + thrown.getMessage(); } return null;`,
    );
    expect(answer).toMatch(
      /^16Insert failed[\s\S]*Again: maximum trigger depth exceeded\nLog__c trigger event AfterInsert/,
    );
    expect([...org.store.recordsOf('Log__c')]).toEqual([]);
  });

  it('cannot update a record that is being updated, and can once it is stored', () => {
    const before = beginOrg([
      "trigger Self on Lead (before update) { update new Lead(Id = Trigger.new[0].Id, Title = 'x'); }",
    ]);
    expect(before.run(`Lead made = ${newLead()}; insert made; update made; return null;`)).toContain(
      'is currently in trigger Self, therefore it cannot recursively update itself',
    );
    const after = beginOrg([
      "trigger Self on Lead (after insert) { update new Lead(Id = Trigger.new[0].Id, Title = 'x'); }",
    ]);
    expect(after.run(`insert ${newLead()}; Lead stored = [SELECT Title FROM Lead]; return stored.Title;`)).toBe('x');
  });

  it('may not hand their own lists to DML', () => {
    const { run } = beginOrg(['trigger Self on Lead (after insert) { update Trigger.new; }']);
    expect(run(`insert ${newLead()}; return null;`)).toContain(
      'DML statement cannot operate on trigger.new or trigger.old',
    );
  });

  it('pass on what the runtime does not support', () => {
    const { run } = beginOrg([
      "trigger Find on Lead (before insert) { List<List<SObject>> found = [FIND 'xx' RETURNING Lead WITH DIVISION = 'x']; }",
    ]);
    expect(() => run(`insert ${newLead()}; return null;`)).toThrow(Unsupported);
  });

  it('run before and after a deletion with the old records, and only for what was asked for', () => {
    const { run } = beginOrg(
      [
        'trigger Gone on Plan__c (before delete, after delete, after undelete) { Counter.seen.add(Trigger.operationType + String.valueOf(Trigger.new == null) + (Trigger.old == null)); }',
        "trigger Never on Step__c (before delete, after delete, after undelete) { Counter.seen.add('step'); }",
      ],
      ['public class Counter { public static List<String> seen = new List<String>(); }'],
    );
    const answer = run(`Plan__c plan = new Plan__c(Name = 'P'); insert plan; insert new Step__c(Plan__c = plan.Id);
      delete plan; Integer left = [SELECT COUNT() FROM Step__c]; undelete plan;
      return String.join(Counter.seen, ' ') + ' ' + left + [SELECT COUNT() FROM Step__c];`);
    expect(answer).toBe('BEFORE_DELETEtruefalse AFTER_DELETEtruefalse AFTER_UNDELETEfalsetrue 01');
  });
});
