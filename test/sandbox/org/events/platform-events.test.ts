import { describe, expect, it } from '@jest/globals';
import { runJobs } from '../../../../sandbox/salesforce/org/async/run-jobs.ts';
import { beginJobs } from '../async/begin-jobs.ts';
import { smallPackage } from '../change/begin-org.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>';

function eventFiles(name: string, behavior: string): [string, string][] {
  return [
    [
      `objects/${name}/${name}.object-meta.xml`,
      `${head}<CustomObject xmlns="x"><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>${name}</label><pluralLabel>${name}</pluralLabel><publishBehavior>${behavior}</publishBehavior></CustomObject>`,
    ],
    [
      `objects/${name}/fields/Text__c.field-meta.xml`,
      `${head}<CustomField xmlns="x"><fullName>Text__c</fullName><label>Text</label><type>Text</type><length>20</length><required>true</required></CustomField>`,
    ],
  ];
}

const files = new Map([
  ...smallPackage,
  ...eventFiles('Ping__e', 'PublishAfterCommit'),
  ...eventFiles('Alarm__e', 'PublishImmediately'),
]);

const noted = `insert new Log__c(Text__c = texts + ' ' + (Trigger.new[0].ReplayId != null) + ' ' + UserInfo.getUserType());`;
const collect =
  'List<String> texts = new List<String>(); for (Ping__e each : Trigger.new) { texts.add(each.Text__c); }';
const onPing = `trigger OnPing on Ping__e (after insert) { ${collect} ${noted} }`;
const onAlarm = `trigger OnAlarm on Alarm__e (after insert) {
  for (Alarm__e each : Trigger.new) { insert new Log__c(Text__c = each.Text__c + ' ' + Trigger.isAfter + Trigger.size); } }`;
const logs =
  "List<String> seen = new List<String>(); for (Log__c each : [SELECT Text__c FROM Log__c ORDER BY Id]) { seen.add(each.Text__c); } return String.join(seen, '; ');";
const two = "EventBus.publish(new List<Ping__e>{ new Ping__e(Text__c = 'a'), new Ping__e(Text__c = 'b') });";

function begin(blocks: Readonly<Record<string, string>>, triggers: readonly string[]) {
  return beginJobs({ read: logs, ...blocks }, triggers, { files });
}

describe('a platform event', () => {
  it('is delivered after its transaction, with others, to a trigger that runs as the automated process', () => {
    const { run, runJobs } = begin(
      {
        make: `${two} Database.SaveResult result = EventBus.publish(new Ping__e(Text__c = 'c'));
          return result.isSuccess() + ' ' + (EventBus.getOperationId(result) != null) + ' ' + [SELECT COUNT() FROM Log__c] + ' ' + Limits.getDmlStatements() + ' ' + Limits.getPublishImmediateDML();`,
      },
      [onPing],
    );
    expect(run('make')).toBe('true true 0 2 0');
    expect(runJobs()).toEqual({ count: 1, failed: [] });
    expect(run('read')).toBe('(a, b, c) true AutomatedProcess');
  });

  it('that is published after commit vanishes with its transaction and behind a savepoint; another does not', () => {
    const alarm = "EventBus.publish(new Alarm__e(Text__c = 'fire'));";
    const { run, runJobs } = begin(
      {
        fail: `${two} ${alarm} Integer x = 1 / (0 * 1); return null;`,
        back: `Savepoint start = Database.setSavepoint(); ${two} Database.rollback(start); return null;`,
        limits: `${alarm} return Limits.getPublishImmediateDML() + '/' + Limits.getLimitPublishImmediateDML() + ' ' + Limits.getDmlStatements();`,
        many: `for (Integer i = 0; i < 151; i++) { ${alarm} } return null;`,
      },
      [onPing, onAlarm],
    );
    run('fail');
    run('back');
    expect(runJobs().count).toBe(1);
    expect(run('read')).toBe('fire true1');
    expect(run('limits')).toBe('1/150 0');
    expect(run('many')).toBe('System.LimitException: Too many publish immediate DML statements: 151');
  });

  it('is refused by itself where a field is missing or too long, and as a record', () => {
    const { run } = begin(
      {
        bad: `List<Database.SaveResult> results = EventBus.publish(new List<Ping__e>{ new Ping__e(), new Ping__e(Text__c = 'x'.repeat(21)), new Ping__e(Text__c = 'y') });
          return results[0].getErrors()[0].getStatusCode() + ' ' + results[1].getErrors()[0].getStatusCode() + ' ' + results[2].isSuccess();`,
        record: "insert new Ping__e(Text__c = 'x'); return null;",
        lead: "EventBus.publish(new Lead(LastName = 'x')); return null;",
      },
      [onPing],
    );
    expect(run('bad')).toBe('REQUIRED_FIELD_MISSING STRING_TOO_LONG true');
    expect(run('record')).toContain('not allowed on Ping__e');
    expect(run('lead')).toContain('is no platform event');
  });

  it('is delivered to each trigger by itself, and what one throws does not stop the other', () => {
    const breaking = 'trigger Breaking on Ping__e (after insert) { Integer x = 1 / (0 * 1); }';
    const { run, runJobs } = begin({ make: `${two} return null;` }, [breaking, onPing]);
    run('make');
    expect(runJobs()).toEqual({
      count: 2,
      failed: [{ id: 'Breaking', className: 'Breaking', message: 'System.MathException: Divide by 0' }],
    });
    expect(run('read')).toContain('(a, b)');
  });

  it('comes in batches of two thousand', () => {
    const { run, runJobs } = begin(
      {
        make: `List<Ping__e> events = new List<Ping__e>(); for (Integer i = 0; i < 2100; i++) { events.add(new Ping__e(Text__c = 'x')); }
          EventBus.publish(events); return null;`,
      },
      ['trigger Count on Ping__e (after insert) { insert new Log__c(Text__c = String.valueOf(Trigger.new.size())); }'],
    );
    run('make');
    expect(runJobs().count).toBe(2);
    expect(run('read')).toBe('2000; 100');
  });
});

describe('EventBus.TriggerContext', () => {
  const retry = `trigger Retry on Ping__e (after insert) {
    EventBus.TriggerContext context = EventBus.TriggerContext.currentContext();
    insert new Log__c(Text__c = Trigger.new.size() + ' ' + context.retries + ' ' + context.lastError);
    if (context.retries < 2) { throw new EventBus.RetryableException('not yet'); } }`;

  it('tells of the attempts that a RetryableException asked for, whose changes are undone', () => {
    const { run, runJobs } = begin({ make: `${two} return null;` }, [retry]);
    run('make');
    expect(runJobs().count).toBe(3);
    expect(run('read')).toBe('2 2 not yet');
  });

  it('gives up after nine further attempts', () => {
    const { run, runJobs } = begin({ make: `${two} return null;` }, [
      "trigger Never on Ping__e (after insert) { throw new EventBus.RetryableException('never'); }",
    ]);
    run('make');
    expect(runJobs().count).toBe(10);
    run('make');
    expect(runJobs().count).toBe(0);
  });

  it('keeps what was done up to a checkpoint and delivers the rest once more', () => {
    const steps = `trigger Steps on Ping__e (after insert) {
      EventBus.TriggerContext context = EventBus.TriggerContext.currentContext();
      insert new Log__c(Text__c = Trigger.new[0].Text__c + Trigger.new.size());
      if (Trigger.new.size() > 1) {
        context.setResumeCheckpoint(Trigger.new[0].ReplayId);
        insert new Log__c(Text__c = 'vanishes');
        Integer x = 1 / (0 * 1);
      } }`;
    const { run, runJobs } = begin({ make: `${two} return null;` }, [steps]);
    run('make');
    const { count, failed } = runJobs();
    expect([count, failed.length]).toEqual([2, 1]);
    expect(run('read')).toBe('a2; b1');
  });
});

describe('events of tests', () => {
  it('are delivered where the test says so and at Test.stopTest, in that test alone', () => {
    const again = `trigger Again on Ping__e (after insert) {
      if (Trigger.new[0].Text__c == 'a') { EventBus.publish(new Ping__e(Text__c = 'of trigger')); } ${collect}
      insert new Log__c(Text__c = String.join(texts, '+') + ' ' + Test.isRunningTest()); }`;
    const { org, program, run, runTest } = begin(
      {
        deliver: `${two} Integer before = [SELECT COUNT() FROM Log__c]; Test.getEventBus().deliver();
          Integer once = [SELECT COUNT() FROM Log__c]; Test.getEventBus().deliver(); return before + ' ' + once + ' ' + [SELECT COUNT() FROM Log__c];`,
        stop: `Test.startTest(); ${two} Test.stopTest(); ${logs}`,
        never: `${two} return null;`,
      },
      [again],
    );
    expect(org.store.isolate(() => runTest('deliver'))).toBe('0 1 2');
    expect(org.store.isolate(() => runTest('stop'))).toBe('a+b true; of trigger true');
    org.store.isolate(() => runTest('never'));
    expect(runJobs(program, org).count).toBe(0);
    expect(run('read')).toBe('');
  });
});
