import { describe, expect, it } from '@jest/globals';
import { beginConcurrent, names } from './begin-concurrent.ts';

const worker = `public class Worker implements Queueable, Finalizer {
  public void execute(QueueableContext context) {
    System.attachFinalizer(this);
    try {
      insert new Lead(LastName = 'Ada', Company = 'Engines');
      Integer count = [SELECT COUNT() FROM Lead];
      update new Lead(Id = [SELECT Id FROM Lead LIMIT 1].Id, Title = 'x');
    } catch (Exception thrown) { insert new Log__c(Text__c = 'caught'); }
    finally { insert new Log__c(Text__c = 'finally'); }
  }
  public void execute(FinalizerContext context) {
    insert new Log__c(Text__c = context.getResult().name() + ' ' + context.getException()?.getTypeName() + ' ' + System.Request.getCurrent().getQuiddity());
  }
}`;
const blocks = {
  make: 'System.enqueueJob(new Worker()); return null;',
  logs: "List<String> seen = new List<String>(); for (Log__c each : [SELECT Text__c FROM Log__c ORDER BY Id]) { seen.add(each.Text__c); } return String.join(seen, '; ');",
  status: 'return [SELECT Status FROM AsyncApexJob].Status;',
};
const success = 'finally; SUCCESS null TRANSACTION_FINALIZER_QUEUEABLE';
const killed = 'UNHANDLED_EXCEPTION System.UnexpectedException TRANSACTION_FINALIZER_QUEUEABLE';

describe('a kill', () => {
  it.each([
    [{ before: 'DML', about: 'Lead' }, '', killed, 'Failed'],
    [{ before: 'DML', about: 'Lead', nth: 2 }, '', killed, 'Failed'],
    [{ before: 'SOQL', nth: 2 }, '', killed, 'Failed'],
    [{ before: 'commit' }, '', killed, 'Failed'],
    [{ before: 'commit', finalizer: 'is lost' }, '', '', 'Failed'],
    [{ before: 'finalizer' }, 'Ada', 'finally', 'Completed'],
    [{ before: 'job start', about: 'Worker' }, '', '', 'Queued'],
    [{ before: 'DML', about: 'Plan__c' }, 'Ada', success, 'Completed'],
  ] as const)('%j leaves what had been committed', (plan, leads, logs, status) => {
    const { org, run, runJobs } = beginConcurrent(blocks, [worker]);
    run('make');
    org.killAt(plan);
    const { failed } = runJobs();
    org.killAt({ before: 'publish' });
    expect(failed).toHaveLength(status === 'Failed' ? 1 : 0);
    expect([run('names'), run('logs'), run('status')]).toEqual([leads, logs, status]);
    // It is no longer there for anybody to run.
    expect(runJobs().count).toBe(0);
  });

  it('happens once, and ends a transaction that is no job for its caller to see', () => {
    const { org, run } = beginConcurrent({
      make: "try { insert new Lead(LastName = 'Ada', Company = 'Engines'); } catch (Exception thrown) { return 'caught'; } return 'made';",
      names,
    });
    org.killAt({ before: 'commit' });
    expect(() => run('make')).toThrow('The transaction was killed before commit');
    expect(run('names')).toBe('');
    expect(run('make')).toBe('made');
  });
});
