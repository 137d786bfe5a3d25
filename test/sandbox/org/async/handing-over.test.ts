import { describe, expect, it } from '@jest/globals';
import { Unsupported } from '../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { orgWithoutData } from '../../../../sandbox/salesforce/apex/run/org.ts';
import { compileProgram } from '../../../../sandbox/salesforce/apex/run/program.ts';
import { readSource } from '../../../../sandbox/salesforce/apex/syntax/read-source.ts';
import { beginJobs } from './begin-jobs.ts';

const readLogs =
  "List<String> seen = new List<String>(); for (Log__c each : [SELECT Text__c FROM Log__c ORDER BY Id]) { seen.add(each.Text__c); } return String.join(seen, '; ');";

describe('a job that is handed over', () => {
  it('is copied with all that it refers to, once for each object', () => {
    const carry = `public class Carry implements Queueable {
      public class Box { public Integer size = 1; public Box other; }
      public List<Box> boxes = new List<Box>(); public Map<String, Box> byName = new Map<String, Box>();
      public Set<String> names = new Set<String>(); public Lead lead;
      public void execute(QueueableContext context) {
        boxes[0].size += 10;
        insert new Log__c(Text__c = byName.get('a').size + ' ' + (boxes[0].other === boxes[0]) + ' ' + names + ' ' + lead.LastName);
      }
    }`;
    const { run, runJobs } = beginJobs(
      {
        make: `Carry job = new Carry(); Carry.Box box = new Carry.Box(); box.other = box;
          job.boxes.add(box); job.byName.put('a', box); job.names.add('x'); job.lead = new Lead(LastName = 'Then');
          System.enqueueJob(job);
          box.size = 100; job.names.add('y'); job.lead.LastName = 'Later'; return null;`,
        read: readLogs,
      },
      [carry],
    );
    run('make');
    expect(runJobs().failed).toEqual([]);
    expect(run('read')).toBe('11 true {x} Then');
  });

  it('runs as the user who handed it over, with the mocks of the test', () => {
    const ask = `public class Ask implements Queueable, Database.AllowsCallouts {
      public void execute(QueueableContext context) {
        HttpRequest request = new HttpRequest(); request.setEndpoint('https://example.com'); request.setMethod('GET');
        insert new Log__c(Text__c = new Http().send(request).getBody() + ' ' + UserInfo.getLastName());
      }
    }`;
    const mock = `public class Answer implements HttpCalloutMock {
      public HttpResponse respond(HttpRequest request) { HttpResponse response = new HttpResponse(); response.setBody('mocked'); return response; }
    }`;
    const { runTest } = beginJobs(
      {
        test: `Test.setMock(HttpCalloutMock.class, new Answer()); Test.startTest();
          System.runAs(new User(LastName = 'Other')) { System.enqueueJob(new Ask()); }
          Test.stopTest(); ${readLogs}`,
      },
      [ask, mock],
    );
    expect(runTest('test')).toBe('mocked Other');
  });

  it('that nobody can keep is refused loudly', () => {
    const text =
      'public class Idle implements Queueable { public void execute(QueueableContext context) {} public static void hand() { System.enqueueJob(new Idle()); } public static void mark() { Database.setSavepoint(); } }';
    const unit = readSource(text, 'Idle.cls', 'class');
    if (unit.kind === 'problems') {
      throw new Error('The class does not parse.');
    }
    const program = compileProgram([{ fileName: 'Idle.cls', unit }], { org: orgWithoutData([]) });
    expect(() => program.begin().call('Idle', 'hand', [])).toThrow(Unsupported);
    expect(() => program.begin().call('Idle', 'mark', [])).toThrow(Unsupported);
  });
});
