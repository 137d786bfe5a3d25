import { describe, expect, it } from '@jest/globals';
import { beginJobs } from './begin-jobs.ts';

const insertLead = "insert new Lead(LastName = 'Lovelace', Company = 'Engines');";
const titles =
  "List<String> seen = new List<String>(); for (Lead each : [SELECT Title FROM Lead ORDER BY Id]) { seen.add(each.Title); } return String.join(seen, ',');";

const promote = `public class Promote implements Queueable {
  private Set<Id> ids; public String title; public transient String note = 'kept';
  public Promote(Set<Id> ids, String title) { this.ids = ids; this.title = title; }
  public void execute(QueueableContext context) {
    List<Lead> leads = [SELECT Id FROM Lead WHERE Id IN :ids];
    for (Lead each : leads) { each.Title = title + ' ' + note + ' ' + System.isQueueable() + ' ' + Counter.count; }
    update leads;
    insert new Log__c(Text__c = String.valueOf(context.getJobId()));
  }
}`;
const counter = 'public class Counter { public static Integer count = 0; }';
const enqueueInTrigger = `trigger Hire on Lead (after insert) {
  Promote job = new Promote(Trigger.newMap.keySet().clone(), 'Countess');
  System.enqueueJob(job); job.title = 'changed later'; Counter.count = 5;
}`;
const add = `public class Add implements Queueable {
  private String text; public Add(String text) { this.text = text; }
  public void execute(QueueableContext context) { insert new Log__c(Text__c = text); }
}`;
const logs =
  "List<String> seen = new List<String>(); for (Log__c each : [SELECT Text__c FROM Log__c ORDER BY Id]) { seen.add(each.Text__c); } return String.join(seen, '; ');";

describe('a queueable job', () => {
  it('that a trigger enqueues runs later, as it was then, with static fields of its own', () => {
    const { run, runJobs } = beginJobs({ make: `${insertLead} ${titles}`, read: titles }, [
      promote,
      counter,
      enqueueInTrigger,
    ]);
    expect(run('make')).toBe('');
    expect(runJobs()).toEqual({ count: 1, failed: [] });
    expect(run('read')).toBe('Countess null true 0');
  });

  it('has an AsyncApexJob whose id the context and enqueueJob give', () => {
    const { run, runJobs } = beginJobs(
      {
        make: `${insertLead} AsyncApexJob job = [SELECT Id, Status, JobType, ApexClass.Name FROM AsyncApexJob];
          return job.Status + ' ' + job.JobType + ' ' + job.ApexClass.Name;`,
        read: `AsyncApexJob job = [SELECT Id, Status, NumberOfErrors FROM AsyncApexJob]; Log__c log = [SELECT Text__c FROM Log__c];
          return job.Status + ' ' + job.NumberOfErrors + ' ' + (log.Text__c == job.Id);`,
      },
      [promote, counter, enqueueInTrigger],
    );
    expect(run('make')).toBe('Queued Queueable Promote');
    runJobs();
    expect(run('read')).toBe('Completed 0 true');
  });

  it('does not exist where its transaction fails', () => {
    const { run, runJobs } = beginJobs(
      { fail: "System.enqueueJob(new Add('x')); Integer nothing = 1 / (0 * 1); return null;" },
      [add],
    );
    expect(run('fail')).toBe('System.MathException: Divide by 0');
    expect(runJobs().count).toBe(0);
  });

  it('waits as long as it is asked to, and may be aborted until then', () => {
    const { run, runJobs } = beginJobs(
      {
        make: `AsyncOptions options = new AsyncOptions(); options.MinimumQueueableDelayInMinutes = 2;
          System.enqueueJob(new Add('late'), 5); System.enqueueJob(new Add('middle'), options); Id none = System.enqueueJob(new Add('never'));
          System.enqueueJob(new Add('first')); System.abortJob(none); return null;`,
        read: logs,
      },
      [add],
    );
    run('make');
    expect(runJobs().count).toBe(3);
    expect(run('read')).toBe('first; middle; late');
  });

  it('may be enqueued fifty times by a transaction', () => {
    const { run, runJobs } = beginJobs(
      {
        fifty:
          "for (Integer i = 0; i < 50; i++) { System.enqueueJob(new Add('x')); } return Limits.getQueueableJobs() + '/' + Limits.getLimitQueueableJobs();",
        more: "try { for (Integer i = 0; i < 51; i++) { System.enqueueJob(new Add('x')); } } catch (Exception thrown) {} return null;",
      },
      [add],
    );
    expect(run('more')).toBe('System.LimitException: Too many queueable jobs added to the queue: 51');
    expect(run('fifty')).toBe('50/50');
    expect(runJobs().count).toBe(50);
  });

  it('may enqueue one other', () => {
    const twice = `public class Twice implements Queueable { public void execute(QueueableContext context) {
      insert new Log__c(Text__c = 'vanishes'); System.enqueueJob(new Add('x')); System.enqueueJob(new Add('y')); } }`;
    const chain = `public class Chain implements Queueable {
      private Integer left; public Chain(Integer left) { this.left = left; }
      public void execute(QueueableContext context) {
        insert new Log__c(Text__c = left + ' of ' + Limits.getLimitQueueableJobs());
        if (left > 1) { System.enqueueJob(new Chain(left - 1)); }
      } }`;
    const { run, runJobs } = beginJobs(
      {
        twice: 'System.enqueueJob(new Twice()); return null;',
        chain: 'System.enqueueJob(new Chain(3)); return null;',
        deep: 'System.enqueueJob(new Chain(6)); return null;',
        read: logs,
      },
      [add, twice, chain],
    );
    run('twice');
    expect(runJobs().failed[0]?.message).toBe('System.LimitException: Too many queueable jobs added to the queue: 2');
    run('chain');
    expect(runJobs()).toEqual({ count: 3, failed: [] });
    expect(run('read')).toBe('3 of 1; 2 of 1; 1 of 1');
    run('deep');
    const deep = runJobs();
    expect([deep.count, deep.failed[0]?.message]).toEqual([
      5,
      'System.AsyncException: Maximum stack depth has been reached.',
    ]);
  });
});

describe('a finalizer', () => {
  const fragile = `public class Fragile implements Queueable, Finalizer {
    private Integer failures; private List<String> steps = new List<String>();
    public Fragile(Integer failures) { this.failures = failures; }
    public void execute(QueueableContext context) {
      System.attachFinalizer(this);
      steps.add('begun');
      insert new Log__c(Text__c = 'worked');
      if (failures > 0) { insert new Lead(LastName = 'no company', Score__c = -1); }
    }
    public void execute(FinalizerContext context) {
      Exception thrown = context.getException();
      insert new Log__c(Text__c = steps + ' ' + context.getResult() + ' ' + (thrown instanceof DmlException) + ' '
        + [SELECT COUNT() FROM AsyncApexJob WHERE Id = :context.getAsyncApexJobId() AND Status = 'Failed']);
      if (failures > 0) { System.enqueueJob(new Fragile(failures - 1)); }
    }
  }`;

  it('runs after an exception, whose changes are undone, and may try again', () => {
    const { run, runJobs } = beginJobs({ make: 'System.enqueueJob(new Fragile(1)); return null;', read: logs }, [
      fragile,
    ]);
    run('make');
    const { count, failed } = runJobs();
    expect(count).toBe(2);
    expect(failed.map((each) => [each.className, each.message.slice(0, 35)])).toEqual([
      ['Fragile', 'System.DmlException: Insert failed.'],
    ]);
    expect(run('read')).toBe('(begun) UNHANDLED_EXCEPTION true 1; worked; (begun) SUCCESS false 0');
  });

  it('may try again five times in a row', () => {
    const { run, runJobs } = beginJobs({ make: 'System.enqueueJob(new Fragile(9)); return null;' }, [fragile]);
    run('make');
    expect(runJobs().count).toBe(6);
  });

  it('belongs to queueables only', () => {
    const { run } = beginJobs({ attach: 'System.attachFinalizer(new Fragile(0)); return null;' }, [fragile]);
    expect(run('attach')).toMatch(/^System\.AsyncException: /);
  });
});

describe('Test.stopTest', () => {
  const enqueues =
    "public class Again implements Queueable { public void execute(QueueableContext context) { System.enqueueJob(new Add('x')); } }";

  it('runs what was enqueued since startTest, and gives static fields back', () => {
    const { runTest } = beginJobs(
      {
        test: `Counter.count = 3; Test.startTest(); ${insertLead} Integer before = [SELECT COUNT() FROM Log__c]; Test.stopTest();
          return before + ' ' + [SELECT Title FROM Lead][0].Title + ' ' + Counter.count + ' ' + Limits.getQueueableJobs();`,
      },
      [promote, counter, enqueueInTrigger],
    );
    expect(runTest('test')).toBe('0 Countess null true 0 5 0');
  });

  it('throws what a job did not catch, and keeps what the test itself did', () => {
    const { runTest } = beginJobs(
      {
        test: `Test.startTest(); System.enqueueJob(new Broken()); System.enqueueJob(new Add('other'));
          insert new Log__c(Text__c = 'own');
          try { Test.stopTest(); return 'quiet'; } catch (MathException thrown) { ${logs} }`,
      },
      [
        add,
        "public class Broken implements Queueable { public void execute(QueueableContext context) { insert new Log__c(Text__c = 'undone'); Integer x = 1 / (0 * 1); } }",
      ],
    );
    expect(runTest('test')).toBe('own; other');
  });

  it('lets a job enqueue another only where a depth was set', () => {
    const start = 'Test.startTest();';
    const { runTest } = beginJobs(
      {
        plain: `${start} System.enqueueJob(new Again()); Test.stopTest(); ${logs}`,
        deep: `${start} AsyncOptions options = new AsyncOptions(); options.MaximumQueueableStackDepth = 2; System.enqueueJob(new Again(), options); Test.stopTest(); ${logs}`,
      },
      [add, enqueues],
    );
    expect(runTest('plain')).toBe('System.AsyncException: Maximum stack depth has been reached.');
    expect(runTest('deep')).toBe('x');
  });

  it('leaves no job behind where the records of the test are taken back', () => {
    const { org, runTest, runJobs } = beginJobs({ test: "System.enqueueJob(new Add('x')); return null;" }, [add]);
    org.store.isolate(() => runTest('test'));
    expect(runJobs().count).toBe(0);
  });
});
