import { afterEach, describe, expect, it } from '@jest/globals';
import { Connection } from 'jsforce';
import { compileProgram } from '../../../../sandbox/salesforce/apex/run/program.ts';
import { readSource, type SourceForm } from '../../../../sandbox/salesforce/apex/syntax/read-source.ts';
import { runJobs } from '../../../../sandbox/salesforce/org/async/run-jobs.ts';
import { connectInMemoryOrg } from '../../../../sandbox/salesforce/org/http/connect-in-memory-org.ts';
import { startOrg } from '../../../../sandbox/salesforce/org/http/start-org.ts';
import { InMemoryOrg } from '../../../../sandbox/salesforce/org/in-memory-org.ts';
import { noon, smallPackage } from '../change/begin-org.ts';

const head = '<?xml version="1.0" encoding="UTF-8"?>';
const files = new Map([
  ...smallPackage,
  [
    'objects/Ping__e/Ping__e.object-meta.xml',
    `${head}<CustomObject xmlns="x"><deploymentStatus>Deployed</deploymentStatus><eventType>HighVolume</eventType><label>Ping</label><pluralLabel>Pings</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior></CustomObject>`,
  ] as const,
  [
    'objects/Ping__e/fields/Text__c.field-meta.xml',
    `${head}<CustomField xmlns="x"><fullName>Text__c</fullName><label>Text</label><type>Text</type><length>20</length></CustomField>`,
  ] as const,
]);

const apex: readonly (readonly [SourceForm, string])[] = [
  [
    'trigger',
    `trigger Hire on Lead (after insert) {
      System.enqueueJob(new Note(System.Request.getCurrent().getQuiddity() + ' ' + Trigger.size), Trigger.new[0].LastName == 'Later' ? 5 : 0);
      if (Trigger.new[0].LastName == 'Bad') { Integer x = 1 / (0 * 1); } }`,
  ],
  [
    'class',
    `public class Note implements Queueable {
      private String text; public Note(String text) { this.text = text; }
      public void execute(QueueableContext context) {
        if (text.contains('ANONYMOUS')) { Integer x = 1 / (0 * 1); }
        insert new Log__c(Text__c = text + ' ' + System.now().formatGmt('HH:mm')); } }`,
  ],
  [
    'class',
    `public class Nightly implements Schedulable {
      public void execute(SchedulableContext context) { insert new Log__c(Text__c = 'nightly'); } }`,
  ],
  [
    'trigger',
    'trigger OnPing on Ping__e (after insert) { for (Ping__e each : Trigger.new) { insert new Log__c(Text__c = each.Text__c); } }',
  ],
];

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function serve(jobs: 'run' | 'hold') {
  const org = new InMemoryOrg({ files, now: () => noon });
  const sources = apex.map(([form, text], index) => {
    const unit = readSource(text, `${String(index)}.${form}`, form);
    if (unit.kind === 'problems') {
      throw new Error(unit.problems.map((each) => each.message).join('\n'));
    }
    return { fileName: `${String(index)}.${form}`, unit };
  });
  const program = compileProgram(sources, { org });
  org.useTriggers(program);
  const connected = connectInMemoryOrg({ org, program, jobs });
  const started = await startOrg({ org: connected });
  closers.push(() => started.close());
  const accessToken = connected.beginSession('running.user@example.com') ?? '';
  const connection = new Connection({ instanceUrl: started.url, accessToken, version: '68.0' });
  const logs = () => [...org.store.recordsOf('Log__c')].map((each) => String(each.fields.get('text__c')));
  return { org, program, connected, connection, logs };
}

describe('the work that requests leave behind', () => {
  it('runs after their answers', async () => {
    const { connected, connection, logs } = await serve('run');
    const { success } = await connection.sobject('Lead').create({ LastName: 'Ada', Company: 'Engines' });
    expect(success).toBe(true);
    await connected.settled();
    expect(logs()).toEqual(['REST 1 12:00']);
    expect(connected.background.failures).toEqual([]);
  });

  it('knows the kind of its request, and a failing job is told of', async () => {
    const { connected, connection, logs } = await serve('run');
    connection.bulk2.pollInterval = 5;
    await connection.bulk2.loadAndWaitForResults({
      object: 'Lead',
      operation: 'insert',
      input: [
        { LastName: 'One', Company: 'x' },
        { LastName: 'Two', Company: 'x' },
      ],
    });
    await connection.tooling.executeAnonymous("insert new Lead(LastName = 'Eve', Company = 'x');");
    await connected.settled();
    expect(logs()).toEqual(['BULK_API 2 12:00']);
    expect(connected.background.failures).toEqual(['Note: System.MathException: Divide by 0']);
  });

  it('is none where the request fails', async () => {
    const { connected, connection, logs } = await serve('run');
    await expect(connection.sobject('Lead').create({ LastName: 'Bad', Company: 'x' })).rejects.toThrow('Divide by 0');
    await connected.settled();
    expect(logs()).toEqual([]);
  });

  it('waits where the org is told to hold it', async () => {
    const { org, program, connected, connection, logs } = await serve('hold');
    await connection.sobject('Lead').create({ LastName: 'Ada', Company: 'Engines' });
    await connected.settled();
    expect(logs()).toEqual([]);
    expect(runJobs(program, org).count).toBe(1);
    expect(logs()).toEqual(['REST 1 12:00']);
  });

  it('that is due later runs when the clock is moved, schedules among it', async () => {
    const { connected, connection, logs } = await serve('run');
    await connection.sobject('Lead').create({ LastName: 'Later', Company: 'x' });
    await connection.tooling.executeAnonymous("System.schedule('Nightly', '0 0 13 * * ?', new Nightly());");
    await connected.settled();
    expect(logs()).toEqual([]);
    connected.background.advanceTo(noon + 600_000);
    expect(logs()).toEqual(['REST 1 12:05']);
    connected.background.advanceTo(noon + 24 * 3_600_000);
    expect(logs()).toEqual(['REST 1 12:05', 'nightly']);
  });

  it('may be events that were published by the API', async () => {
    const { connected, connection, logs } = await serve('run');
    const { success } = await connection.sobject('Ping__e').create({ Text__c: 'by REST' });
    expect(success).toBe(true);
    await connected.settled();
    expect(logs()).toEqual(['by REST']);
  });
});
