import { describe, expect, it } from '@jest/globals';
import { compileProgram } from '../../../../sandbox/salesforce/apex/run/program.ts';
import { readSource } from '../../../../sandbox/salesforce/apex/syntax/read-source.ts';
import { InMemoryOrg } from '../../../../sandbox/salesforce/org/in-memory-org.ts';
import { beginJobs } from './begin-jobs.ts';

const later = `public class Later {
  static Integer count = 40;
  @future public static void note(List<String> texts, Integer number) {
    count += number;
    insert new Log__c(Text__c = String.join(texts, '+') + ' ' + count + ' ' + System.isFuture() + ' ' + Limits.getLimitQueries()
      + ' ' + Limits.getLimitFutureCalls() + ' ' + System.Request.getCurrent().getQuiddity());
  }
  @future public static void again() { note(new List<String>(), 1); }
  @future public static void enqueue(Integer jobs) { for (Integer i = 0; i < jobs; i++) { System.enqueueJob(new Add('job')); } }
  @future public static void fail() { insert new Log__c(Text__c = 'vanishes'); Integer x = 1 / (0 * 1); }
}`;
const add = `public class Add implements Queueable {
  private String text; public Add(String text) { this.text = text; }
  public void execute(QueueableContext context) { insert new Log__c(Text__c = text); Later.note(new List<String>{ 'from job' }, 0); }
}`;
const logs =
  "List<String> seen = new List<String>(); for (Log__c each : [SELECT Text__c FROM Log__c ORDER BY Id]) { seen.add(each.Text__c); } return String.join(seen, '; ');";

describe('a @future method', () => {
  it('runs after its transaction, in one of its own, with the arguments as they were', () => {
    const { run, runJobs } = beginJobs(
      {
        make: `List<String> texts = new List<String>{ 'a', 'b' }; Later.note(texts, 2); texts.add('c');
          return [SELECT COUNT() FROM Log__c] + ' ' + Limits.getFutureCalls() + ' ' + Limits.getLimitFutureCalls();`,
        job: 'AsyncApexJob job = [SELECT JobType, MethodName, Status, ApexClass.Name FROM AsyncApexJob]; return job.JobType + job.MethodName + job.Status + job.ApexClass.Name;',
        read: logs,
      },
      [later, add],
    );
    expect(run('make')).toBe('0 1 50');
    expect(run('job')).toBe('FuturenoteQueuedLater');
    expect(runJobs()).toEqual({ count: 1, failed: [] });
    expect(run('read')).toBe('a+b 42 true 200 0 FUTURE');
    expect(run('job')).toBe('FuturenoteCompletedLater');
  });

  it('does not run where its transaction fails or goes back to a savepoint', () => {
    const { run, runJobs } = beginJobs(
      {
        fail: 'Later.fail(); Integer x = 1 / (0 * 1); return null;',
        back: 'Savepoint start = Database.setSavepoint(); Later.fail(); Database.rollback(start); return null;',
      },
      [later, add],
    );
    run('fail');
    run('back');
    expect(runJobs().count).toBe(0);
  });

  it('may be called fifty times, also from a queueable, and never from another or from a batch', () => {
    const batch = `public class Words implements Database.Batchable<String> {
      public Iterable<String> start(Database.BatchableContext context) { return new List<String>{ 'a' }; }
      public void execute(Database.BatchableContext context, List<String> scope) { Later.again(); }
      public void finish(Database.BatchableContext context) {} }`;
    const { run, runJobs } = beginJobs(
      {
        many: 'for (Integer i = 0; i < 51; i++) { Later.again(); } return null;',
        again: 'Later.again(); return null;',
        batch: 'Database.executeBatch(new Words()); return null;',
        job: "System.enqueueJob(new Add('x')); return null;",
        read: logs,
      },
      [later, add, batch],
    );
    expect(run('many')).toBe('System.LimitException: Too many future calls: 51');
    run('again');
    expect(runJobs().failed[0]?.message).toBe(
      'System.AsyncException: Future method cannot be called from a future or batch method: Later.note(List<String>, Integer)',
    );
    run('batch');
    expect(runJobs().failed[0]?.message).toContain('Later.again()');
    run('job');
    expect(runJobs()).toEqual({ count: 2, failed: [] });
    expect(run('read')).toContain('from job 40 true');
  });

  it('may enqueue one queueable', () => {
    const { run, runJobs } = beginJobs(
      { one: 'Later.enqueue(1); return null;', two: 'Later.enqueue(2); return null;' },
      [later, add],
    );
    run('one');
    // The queueable calls a @future method in its turn.
    expect(runJobs()).toEqual({ count: 3, failed: [] });
    run('two');
    expect(runJobs().failed[0]?.message).toBe('System.LimitException: Too many queueable jobs added to the queue: 2');
  });

  it('leaves nothing behind where it fails, but its job says why', () => {
    const { run, runJobs } = beginJobs(
      {
        fail: 'Later.fail(); return null;',
        read: `AsyncApexJob job = [SELECT Status, ExtendedStatus, NumberOfErrors FROM AsyncApexJob];
          return job.Status + ' ' + job.NumberOfErrors + ' ' + job.ExtendedStatus + ' ' + [SELECT COUNT() FROM Log__c];`,
      },
      [later, add],
    );
    run('fail');
    expect(runJobs().failed).toHaveLength(1);
    expect(run('read')).toBe('Failed 1 System.MathException: Divide by 0 0');
  });

  it('runs at Test.stopTest', () => {
    const { runTest } = beginJobs(
      { test: `Test.startTest(); Later.note(new List<String>{ 'x' }, 1); Test.stopTest(); ${logs}` },
      [later, add],
    );
    expect(runTest('test')).toBe('x 41 true 200 0 FUTURE');
  });

  it('is static, returns nothing and takes plain values only', () => {
    const problemsOf = (method: string) => {
      const unit = readSource(`public class Wrong { @future ${method} }`, 'Wrong.cls', 'class');
      if (unit.kind === 'problems') {
        throw new Error('The class is no Apex.');
      }
      const { problems } = compileProgram([{ fileName: 'Wrong.cls', unit }], { org: new InMemoryOrg() });
      return problems.map((each) => each.message);
    };
    expect(problemsOf('public void run() {}')).toEqual(['Future methods must be static: run']);
    expect(problemsOf('public static Integer run() { return 1; }')).toEqual([
      'Future methods must have return type void: run',
    ]);
    expect(problemsOf('public static void run(List<Lead> leads) {}')).toEqual([
      'Unsupported parameter type List<Lead>',
    ]);
    expect(problemsOf('public static void run(Map<Id, Set<String>> texts, Blob body) {}')).toEqual([]);
  });
});

describe('System.AsyncOptions', () => {
  it('refuse a job whose duplicate waits already, and let it be enqueued again when that has run', () => {
    const { run, runJobs } = beginJobs(
      {
        make: `AsyncOptions options = new AsyncOptions();
          options.DuplicateSignature = QueueableDuplicateSignature.Builder().addString('leads').addInteger(7).build();
          System.enqueueJob(new Add('x'), options);
          try { System.enqueueJob(new Add('y'), options); return 'twice'; } catch (DuplicateMessageException thrown) { return thrown.getMessage(); }`,
      },
      [later, add],
    );
    const once = run('make');
    expect(once).toBe('Attempt to enqueue job with duplicate queueable signature');
    runJobs();
    expect(run('make')).toBe(once);
  });
});
