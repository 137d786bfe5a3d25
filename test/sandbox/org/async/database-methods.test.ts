import { describe, expect, it } from '@jest/globals';
import { beginJobs } from './begin-jobs.ts';

const twoLeads = `List<Lead> leads = new List<Lead>{
  new Lead(LastName = 'Good', Company = 'C'), new Lead(LastName = 'Bad', Company = 'C', Score__c = -1) };`;

function answerOf(body: string, sources: readonly string[] = []): string {
  return beginJobs({ answer: body }, sources).run('answer');
}

describe('a change of many records', () => {
  it('keeps the good ones where not all must succeed, and tells of the others', () => {
    const answer = answerOf(`${twoLeads}
      List<Database.SaveResult> results = Database.insert(leads, false);
      Database.Error error = results[1].getErrors()[0];
      return results[0].isSuccess() + ' ' + (results[0].getId() == leads[0].Id) + ' ' + results[0].getErrors().size() + ' '
        + results[1].isSuccess() + ' ' + results[1].getId() + ' ' + error.getStatusCode() + ' ' + error.getMessage() + ' '
        + error.getFields() + ' ' + [SELECT COUNT() FROM Lead];`);
    expect(answer).toBe(
      'true true 0 false null FIELD_CUSTOM_VALIDATION_EXCEPTION A score is never negative. (Score__c) 1',
    );
  });

  it('throws where all must succeed, which is so unless it is said otherwise', () => {
    const answer = answerOf(`${twoLeads}
      try { Database.insert(leads); return 'saved'; }
      catch (DmlException thrown) { return thrown.getDmlIndex(0) + ' ' + [SELECT COUNT() FROM Lead]; }`);
    expect(answer).toBe('1 0');
  });

  it('takes DMLOptions, which do not ask for all unless they say so', () => {
    const answer = answerOf(`${twoLeads}
      Database.DMLOptions options = new Database.DMLOptions();
      Integer good = 0;
      for (Database.SaveResult each : Database.insert(leads, options)) { if (each.isSuccess()) { good++; } }
      options.optAllOrNone = true;
      try { Database.insert(new Lead(LastName = 'x', Company = 'y', Score__c = -1), options); } catch (DmlException thrown) { good += 10; }
      return good;`);
    expect(answer).toBe('11');
  });

  it('counts triggers of an attempt that was undone as not run, as far as records go', () => {
    const answer = answerOf(`${twoLeads} Database.insert(leads, false); return [SELECT COUNT() FROM Log__c];`, [
      `trigger Note on Lead (before insert) { List<Log__c> logs = new List<Log__c>();
          for (Lead each : Trigger.new) { logs.add(new Log__c(Text__c = each.LastName)); } insert logs; }`,
    ]);
    expect(answer).toBe('1');
  });
});

describe('other changes', () => {
  it('tell of an upsert by key whether the record is new', () => {
    const answer = answerOf(`Plan__c plan = new Plan__c(Name = 'A', Key__c = 'a');
      Database.UpsertResult first = Database.upsert(plan, Plan__c.Key__c);
      Database.UpsertResult second = Database.upsert(new Plan__c(Name = 'B', Key__c = 'a'), Plan__c.Key__c, false);
      return first.isCreated() + ' ' + second.isCreated() + ' ' + (first.getId() == second.getId()) + ' ' + [SELECT Name FROM Plan__c][0].Name;`);
    expect(answer).toBe('true false true B');
  });

  it('update, delete by id and undelete, with an access level', () => {
    const answer = answerOf(`Lead made = new Lead(LastName = 'L', Company = 'C'); insert made;
      made.Title = 'T';
      Boolean updated = Database.update(made, true, AccessLevel.SYSTEM_MODE).isSuccess();
      Database.DeleteResult gone = Database.delete(made.Id);
      Integer left = [SELECT COUNT() FROM Lead];
      List<Database.UndeleteResult> back = Database.undelete(new List<Id>{ made.Id }, false);
      return updated + ' ' + gone.isSuccess() + ' ' + left + ' ' + back[0].isSuccess() + ' ' + [SELECT Title FROM Lead][0].Title;`);
    expect(answer).toBe('true true 0 true T');
  });

  it('give a failed delete as a result', () => {
    const answer = answerOf(`Lead made = new Lead(LastName = 'L', Company = 'C'); insert made; delete made;
      Database.DeleteResult again = Database.delete(made, false);
      return again.isSuccess() + ' ' + again.getErrors()[0].getStatusCode();`);
    expect(answer).toBe('false ENTITY_IS_DELETED');
  });
});

describe('savepoints', () => {
  it('bring the records back, and leave ids and static fields as they are', () => {
    const answer = answerOf(
      `insert new Lead(LastName = 'First', Company = 'C');
      Savepoint mark = Database.setSavepoint();
      Lead second = new Lead(LastName = 'Second', Company = 'C'); insert second;
      Counter.count = 7;
      Database.rollback(mark);
      return [SELECT LastName FROM Lead][0].LastName + ' ' + (second.Id == null) + ' ' + Counter.count + ' ' + Limits.getDMLStatements();`,
      ['public class Counter { public static Integer count = 0; }'],
    );
    expect(answer).toBe('First false 7 4');
  });

  it('are void behind a rollback and after their release', () => {
    const answer = answerOf(`Savepoint one = Database.setSavepoint(); Savepoint two = Database.setSavepoint();
      Database.rollback(one); Database.rollback(one);
      try { Database.rollback(two); return 'two'; } catch (TypeException thrown) { Database.releaseSavepoint(one); }
      try { Database.rollback(one); return 'one'; } catch (TypeException thrown) { return 'void'; }`);
    expect(answer).toBe('void');
  });

  it('take jobs back that were enqueued since', () => {
    const { run, runJobs } = beginJobs(
      {
        answer:
          'Savepoint mark = Database.setSavepoint(); System.enqueueJob(new Idle()); Database.rollback(mark); return null;',
      },
      ['public class Idle implements Queueable { public void execute(QueueableContext context) {} }'],
    );
    run('answer');
    expect(runJobs().count).toBe(0);
  });
});

describe('queries as text', () => {
  it('count what they find', () => {
    const answer =
      answerOf(`insert new List<Lead>{ new Lead(LastName = 'A', Company = 'C'), new Lead(LastName = 'B', Company = 'C') };
      return Database.countQuery('SELECT COUNT() FROM Lead') + ' ' + Database.countQueryWithBinds(
        'SELECT COUNT() FROM Lead WHERE LastName = :name', new Map<String, Object>{ 'name' => 'B' }, AccessLevel.SYSTEM_MODE);`);
    expect(answer).toBe('2 1');
  });

  it('are gone through by a locator', () => {
    const answer =
      answerOf(`insert new List<Lead>{ new Lead(LastName = 'A', Company = 'C'), new Lead(LastName = 'B', Company = 'C') };
      Database.QueryLocator found = Database.getQueryLocator('SELECT LastName FROM Lead ORDER BY LastName');
      String names = found.getQuery().length() + '';
      Database.QueryLocatorIterator rows = found.iterator();
      while (rows.hasNext()) { names += ' ' + ((Lead) rows.next()).LastName; }
      return names;`);
    expect(answer).toBe('43 A B');
  });
});
