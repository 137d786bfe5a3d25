import { describe, expect, it } from '@jest/globals';
import { beginJobs } from './begin-jobs.ts';

const loop = (count: number, body: string) => `for (Integer i = 0; i < ${String(count)}; i++) { ${body} }`;
const asJob = (body: string) =>
  `public class Work implements Queueable { public void execute(QueueableContext context) { ${body} } }`;
const enqueue = 'System.enqueueJob(new Work()); return null;';

describe('limits', () => {
  it('count queries in brackets and dynamic ones, and the rows of each as documented', () => {
    const { run } = beginJobs({
      make: "insert new List<Lead>{ new Lead(LastName = 'a', Company = 'x'), new Lead(LastName = 'b', Company = 'x') }; return null;",
      count: `List<Lead> all = [SELECT Id FROM Lead]; Integer number = [SELECT COUNT() FROM Lead];
        all = Database.query('SELECT Id FROM Lead LIMIT 1'); Database.QueryLocator located = Database.getQueryLocator('SELECT Id FROM Lead');
        return Limits.getQueries() + '/' + Limits.getLimitQueries() + ' ' + Limits.getQueryRows() + '/' + Limits.getLimitQueryRows() + ' ' + Limits.getQueryLocatorRows();`,
    });
    run('make');
    expect(run('count')).toBe('4/100 4/50000 2');
  });

  it('end a transaction beyond 100 queries, and a job beyond 200, whatever it catches', () => {
    const query = 'Integer x = [SELECT COUNT() FROM Lead];';
    const { run, runJobs } = beginJobs(
      {
        most: `${loop(100, query)} return Limits.getQueries();`,
        more: `try { ${loop(101, query)} } catch (Exception thrown) { return 'caught'; } finally { return 'finally'; }`,
        job: enqueue,
      },
      [asJob(`${loop(200, query)} ${query}`)],
    );
    expect(run('most')).toBe('100');
    expect(run('more')).toBe('System.LimitException: Too many SOQL queries: 101');
    run('job');
    expect(runJobs().failed[0]?.message).toBe('System.LimitException: Too many SOQL queries: 201');
  });

  it('end a transaction beyond 50,000 rows', () => {
    const { run } = beginJobs({
      make: `List<Log__c> logs = new List<Log__c>(); ${loop(1000, 'logs.add(new Log__c());')} insert logs; return null;`,
      read: `${loop(50, 'List<Log__c> logs = [SELECT Id FROM Log__c];')} Integer before = Limits.getQueryRows();
        if (before != 50000) { return before; } Log__c one = [SELECT Id FROM Log__c LIMIT 1]; return null;`,
    });
    run('make');
    expect(run('read')).toBe('System.LimitException: Too many query rows: 50001');
  });

  it('end a transaction beyond 150 statements or 10,000 rows of them', () => {
    const { run } = beginJobs({
      statements: `${loop(151, 'insert new Log__c();')} return null;`,
      rows: `List<Log__c> logs = new List<Log__c>(); ${loop(10_001, 'logs.add(new Log__c());')} insert logs; return null;`,
      savepoints: `${loop(151, 'Savepoint each = Database.setSavepoint();')} return null;`,
    });
    expect(run('statements')).toBe('System.LimitException: Too many DML statements: 151');
    expect(run('rows')).toBe('System.LimitException: Too many DML rows: 10001');
    expect(run('savepoints')).toBe('System.LimitException: Too many DML statements: 151');
  });

  it('of processor time are estimated from statements where the org is told to', () => {
    const long = `Integer sum = 0; ${loop(6_000_000, 'sum += i;')} Integer x = [SELECT COUNT() FROM Lead]; return 'done';`;
    expect(beginJobs({ long }).run('long')).toBe('done');
    expect(beginJobs({ long }, [], { limitsCpu: true }).run('long')).toBe(
      'System.LimitException: Apex CPU time limit exceeded',
    );
  });

  it('begin anew between Test.startTest and Test.stopTest', () => {
    const query = 'Integer x = [SELECT COUNT() FROM Lead];';
    const { runTest } = beginJobs({
      test: `Integer a = 0; ${query} Test.startTest(); ${query.replace('x', 'y')} a = Limits.getQueries(); Test.stopTest(); return a + ' ' + Limits.getQueries();`,
    });
    expect(runTest('test')).toBe('1 0');
  });
});

describe('System.Request', () => {
  it('tells in which kind of transaction code runs', () => {
    const kind = 'System.Request.getCurrent().getQuiddity()';
    const flags = "System.isBatch() + '' + System.isFuture() + System.isQueueable() + System.isScheduled()";
    const batch = `public class Words implements Database.Batchable<String> {
      public Iterable<String> start(Database.BatchableContext context) { return new List<String>{ 'a' }; }
      public void execute(Database.BatchableContext context, List<String> scope) { insert new Log__c(Text__c = ${kind} + ' ' + ${flags}); }
      public void finish(Database.BatchableContext context) {} }`;
    const { run, runTest, runJobs } = beginJobs(
      {
        plain: `return ${kind} + ' ' + ${flags};`,
        jobs: 'System.enqueueJob(new Work()); Database.executeBatch(new Words()); return null;',
        read: "List<String> seen = new List<String>(); for (Log__c each : [SELECT Text__c FROM Log__c ORDER BY Id]) { seen.add(each.Text__c); } return String.join(seen, '; ');",
      },
      [asJob(`insert new Log__c(Text__c = ${kind} + ' ' + ${flags});`), batch],
    );
    expect(run('plain')).toBe('ANONYMOUS falsefalsefalsefalse');
    expect(runTest('plain')).toBe('RUNTEST_SYNC falsefalsefalsefalse');
    run('jobs');
    runJobs();
    expect(run('read')).toBe('QUEUEABLE falsefalsetruefalse; BATCH_APEX truefalsefalsefalse');
  });
});
