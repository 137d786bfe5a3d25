import { describe, expect, it } from '@jest/globals';
import { Interleaver } from '../../../../sandbox/salesforce/org/concurrency/interleaver.ts';
import { beginConcurrent } from './begin-concurrent.ts';

/** Takes a number from a counter: with the lock of its row no number is ever taken twice; without it some are. */
const take = (lock: string) => `public class Take implements Queueable {
  public void execute(QueueableContext context) {
    Plan__c plan = [SELECT Id, Size__c FROM Plan__c ${lock}];
    insert new Log__c(Text__c = 'before');
    insert new Log__c(Number__c = plan.Size__c);
    update new Plan__c(Id = plan.Id, Size__c = plan.Size__c + 1);
  } }`;
const blocks = {
  start:
    "insert new Plan__c(Name = 'counter', Size__c = 0); for (Integer i = 0; i < 6; i++) { System.enqueueJob(new Take()); } return null;",
  numbers:
    "List<String> seen = new List<String>(); for (Log__c each : [SELECT Number__c FROM Log__c WHERE Number__c != null ORDER BY Number__c, Id]) { seen.add(String.valueOf(each.Number__c)); } return String.join(seen, ',');",
};

function runWith(lock: string, seed: number, conflict: 'time out' | 'wait') {
  const { org, program, run } = beginConcurrent(blocks, [take(lock)]);
  run('start');
  const { trace } = new Interleaver({ seed, org, program, chancePercent: 50, conflict }).run();
  return { trace, numbers: run('numbers'), left: org.jobs.all().length };
}

const seeds = Array.from({ length: 20 }, (_, index) => index);

describe('an interleaver', () => {
  it('makes the same choices for the same seed, and others for others', () => {
    const [one, again] = [runWith('', 3, 'time out'), runWith('', 3, 'time out')];
    expect(one).toEqual(again);
    expect(new Set(seeds.map((seed) => runWith('', seed, 'time out').trace.join())).size).toBeGreaterThan(10);
  });

  it('finds the lost update of transactions that do not lock, and none where they do', () => {
    const withoutLock = seeds.map((seed) => runWith('', seed, 'time out').numbers);
    const isTwice = (numbers: string) => new Set(numbers.split(',')).size < numbers.split(',').length;
    expect(withoutLock.some(isTwice)).toBe(true);
    expect(seeds.map((seed) => runWith('FOR UPDATE', seed, 'time out').numbers).some(isTwice)).toBe(false);
  });

  it('runs everything in the end where transactions wait for locks', () => {
    for (const seed of seeds) {
      expect(runWith('FOR UPDATE', seed, 'wait')).toMatchObject({ numbers: '0,1,2,3,4,5', left: 0 });
    }
  });

  it('runs transactions that are no jobs, too', () => {
    const { org, program, run } = beginConcurrent({
      ada: "insert new Lead(LastName = 'Ada', Company = 'x'); return null;",
      bob: "insert new Lead(LastName = 'Bob', Company = 'x'); return null;",
    });
    const transactions = ['ada', 'bob'].map((name) => ({ name, run: () => void run(name) }));
    const { trace } = new Interleaver({ seed: 1, org, program, transactions }).run();
    expect(trace).toHaveLength(2);
    expect(run('names').split(',').sort()).toEqual(['Ada', 'Bob']);
  });
});
