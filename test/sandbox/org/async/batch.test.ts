import { describe, expect, it } from '@jest/globals';
import { runScheduledJob } from '../../../../sandbox/salesforce/org/async/run-jobs.ts';
import { beginJobs } from './begin-jobs.ts';

const makeLeads = (count: number) =>
  `List<Lead> leads = new List<Lead>(); for (Integer i = 0; i < ${String(count)}; i++) { leads.add(new Lead(LastName = 'L' + i, Company = 'C')); } insert leads;`;
const logs =
  "List<String> seen = new List<String>(); for (Log__c each : [SELECT Text__c FROM Log__c ORDER BY Id]) { seen.add(each.Text__c); } return String.join(seen, '; ');";

const rate = (more: string) => `public class Rate implements Database.Batchable<SObject>${more} {
  private Integer done = 0; public Integer badScope = 0;
  public Database.QueryLocator start(Database.BatchableContext context) {
    return Database.getQueryLocator('SELECT Id, LastName FROM Lead ORDER BY LastName');
  }
  public void execute(Database.BatchableContext context, List<Lead> scope) {
    for (Lead each : scope) { each.Score__c = 50; }
    update scope;
    done += scope.size();
    insert new Log__c(Text__c = scope.size() + ' ' + done + ' ' + System.isBatch());
    if (scope.size() == badScope) { Integer x = 1 / (0 * 1); }
  }
  public void finish(Database.BatchableContext context) {
    AsyncApexJob job = [SELECT TotalJobItems, JobItemsProcessed, NumberOfErrors, Status FROM AsyncApexJob WHERE Id = :context.getJobId()];
    insert new Log__c(Text__c = done + ' ' + job.TotalJobItems + ' ' + job.JobItemsProcessed + ' ' + job.NumberOfErrors + ' ' + job.Status);
  }
}`;

describe('a batch', () => {
  it('goes through 450 records in scopes of 200, each with the batch as it was handed over', () => {
    const { run, runJobs } = beginJobs(
      {
        make: `${makeLeads(450)} Database.executeBatch(new Rate(), 200); return null;`,
        read: logs,
        count: 'return [SELECT COUNT() FROM Lead WHERE Score__c = 50];',
      },
      [rate('')],
    );
    run('make');
    expect(runJobs()).toEqual({ count: 1, failed: [] });
    expect(run('read')).toBe('200 200 true; 200 200 true; 50 50 true; 0 3 3 0 Processing');
    expect(run('count')).toBe('450');
  });

  it('that is stateful keeps its fields, and a scope that fails is undone alone', () => {
    const { run, runJobs } = beginJobs(
      {
        make: `${makeLeads(450)} Rate batch = new Rate(); batch.badScope = 50; Database.executeBatch(batch); return null;`,
        read: logs,
        job: "AsyncApexJob job = [SELECT Status, NumberOfErrors, ExtendedStatus FROM AsyncApexJob]; return job.Status + ' ' + job.NumberOfErrors + ' ' + job.ExtendedStatus;",
      },
      [rate(', Database.Stateful')],
    );
    run('make');
    expect(runJobs().failed.map((each) => each.message)).toEqual(['System.MathException: Divide by 0']);
    expect(run('read')).toBe('200 200 true; 200 400 true; 400 3 3 1 Processing');
    expect(run('job')).toBe('Completed 1 First error: System.MathException: Divide by 0');
  });

  it('takes what an iterable gives, and is refused within a batch', () => {
    const words = `public class Words implements Database.Batchable<String> {
      public Iterable<String> start(Database.BatchableContext context) { return new List<String>{ 'a', 'b', 'c' }; }
      public void execute(Database.BatchableContext context, List<String> scope) {
        try { Database.executeBatch(new Words()); } catch (AsyncException thrown) { insert new Log__c(Text__c = String.join(scope, '') + ' ' + thrown.getMessage().left(21)); }
      }
      public void finish(Database.BatchableContext context) {}
    }`;
    const { run, runJobs } = beginJobs({ make: 'Database.executeBatch(new Words(), 2); return null;', read: logs }, [
      words,
    ]);
    run('make');
    runJobs();
    expect(run('read')).toBe('ab Database.executeBatch; c Database.executeBatch');
  });

  it('runs at stopTest, one scope of it', () => {
    const { runTest } = beginJobs(
      {
        fits: `${makeLeads(20)} Test.startTest(); Database.executeBatch(new Rate(), 20); Test.stopTest(); ${logs}`,
        splits: `${makeLeads(20)} Test.startTest(); Database.executeBatch(new Rate(), 10); Test.stopTest(); ${logs}`,
      },
      [rate('')],
    );
    expect(runTest('splits')).toMatch(/^System\.UnexpectedException: No more than one executeBatch/);
    expect(runTest('fits')).toBe('20 20 true; 0 1 1 0 Processing');
  });
});

describe('a scheduled job', () => {
  const nightly = `public class Nightly implements Schedulable {
    public void execute(SchedulableContext context) {
      CronTrigger own = [SELECT CronExpression, CronJobDetail.Name, TimesTriggered FROM CronTrigger WHERE Id = :context.getTriggerId()];
      insert new Log__c(Text__c = own.CronJobDetail.Name + ' ' + own.CronExpression + ' ' + own.TimesTriggered + ' ' + System.isScheduled());
    }
  }`;
  const schedule = "String id = System.schedule('Tidy', '0 0 3 * * ?', new Nightly());";

  it('runs each time when it is asked to, until it is aborted', () => {
    const { org, program, run } = beginJobs(
      {
        make: `${schedule} return null;`,
        read: logs,
        abort: 'System.abortJob([SELECT Id FROM CronTrigger][0].Id); return null;',
      },
      [nightly],
    );
    run('make');
    expect(run('make')).toBe('System.AsyncException: The Apex job named "Tidy" is already scheduled for execution.');
    runScheduledJob(program, org, 'tidy');
    runScheduledJob(program, org, 'Tidy');
    expect(run('read')).toBe('Tidy 0 0 3 * * ? 1 true; Tidy 0 0 3 * * ? 2 true');
    run('abort');
    expect(() => runScheduledJob(program, org, 'Tidy')).toThrow('No job is scheduled under the name Tidy.');
  });

  it('runs once at stopTest, whatever its time', () => {
    const { runTest } = beginJobs({ test: `Test.startTest(); ${schedule} Test.stopTest(); ${logs}` }, [nightly]);
    expect(runTest('test')).toBe('Tidy 0 0 3 * * ? 1 true');
  });
});
