import { describe, expect, it } from '@jest/globals';
import { CronProblem, nextFireTime, readCron } from '../../../../sandbox/salesforce/org/async/cron.ts';
import { advanceTo } from '../../../../sandbox/salesforce/org/async/run-jobs.ts';
import { noon } from '../change/begin-org.ts';
import { beginJobs } from './begin-jobs.ts';

function timesOf(expression: string, after: string, count: number, zone = 'GMT'): string[] {
  const cron = readCron(expression);
  const times: string[] = [];
  for (let at: number | null = Date.parse(after); times.length < count;) {
    at = nextFireTime(cron, at, zone);
    if (at === null) {
      return [...times, 'never'];
    }
    times.push(new Date(at).toISOString().slice(0, 16));
  }
  return times;
}

describe('a cron expression', () => {
  it.each([
    ['0 0 13 * * ?', '2026-11-21T13:00Z', ['2026-11-22T13:00', '2026-11-23T13:00']],
    ['0 30 8-9,17 * * ?', '2026-11-21T08:30Z', ['2026-11-21T09:30', '2026-11-21T17:30', '2026-11-22T08:30']],
    ['0 0 0/6 * * ?', '2026-11-21T07:00Z', ['2026-11-21T12:00', '2026-11-21T18:00', '2026-11-22T00:00']],
    ['0 0 22 ? * MON-FRI', '2026-11-20T22:00Z', ['2026-11-23T22:00', '2026-11-24T22:00']],
    ['0 0 22 ? * 6L', '2026-11-21T00:00Z', ['2026-11-27T22:00', '2026-12-25T22:00']],
    ['0 0 22 ? * TUE#2', '2026-11-21T00:00Z', ['2026-12-08T22:00', '2027-01-12T22:00']],
    ['0 0 1 L * ?', '2027-02-01T00:00Z', ['2027-02-28T01:00', '2027-03-31T01:00']],
    ['0 0 1 15W * ?', '2026-11-01T00:00Z', ['2026-11-16T01:00', '2026-12-15T01:00']],
    ['0 0 1 1W * ?', '2026-07-31T12:00Z', ['2026-08-03T01:00', '2026-09-01T01:00']],
    ['0 5 4 29 FEB ?', '2026-11-21T00:00Z', ['2028-02-29T04:05', '2032-02-29T04:05']],
    ['0 0 10 1 1 ? 2028', '2026-11-21T00:00Z', ['2028-01-01T10:00', 'never']],
    ['0 0 10 ? * FRI-SUN', '2026-11-22T11:00Z', ['2026-11-27T10:00', '2026-11-28T10:00', '2026-11-29T10:00']],
  ])('%s fires as documented', (expression, after, times) => {
    expect(timesOf(expression, after, times.length)).toEqual(times);
  });

  it('fires by the clocks of its zone, on days with a change of clocks too', () => {
    expect(timesOf('0 30 2 * * ?', '2026-03-07T12:00Z', 2, 'America/New_York')).toEqual([
      '2026-03-08T07:30',
      '2026-03-09T06:30',
    ]);
  });

  it('is refused where the platform would refuse it', () => {
    const problemOf = (text: string) => {
      try {
        readCron(text);
        return null;
      } catch (error) {
        return error instanceof CronProblem ? error.message : 'another error';
      }
    };
    expect(problemOf('* 0 0 * * ?')).toBe('Seconds and minutes must be specified as integers: * 0 0 * * ?');
    expect(problemOf('0 0 0 * * *')).toContain('day-of-week AND a day-of-month');
    expect(problemOf('0 0 25 * * ?')).toContain('25');
    expect(problemOf('0 0 1 * *')).toContain('six or seven parts');
    expect(problemOf('0 0 1 * JANUARY ?')).toContain('JANUARY');
    expect(problemOf('0 0 1 * * ?')).toBeNull();
  });
});

describe('a schedule', () => {
  const tick = `public class Tick implements Schedulable {
    public void execute(SchedulableContext context) {
      insert new Log__c(Text__c = System.now().formatGmt('dd HH:mm') + ' ' + System.isScheduled() + ' ' + System.Request.getCurrent().getQuiddity());
      System.enqueueJob(new Tock(), 5);
    } }`;
  const tock = `public class Tock implements Queueable {
    public void execute(QueueableContext context) { insert new Log__c(Text__c = System.now().formatGmt('dd HH:mm')); } }`;
  const logs =
    "List<String> seen = new List<String>(); for (Log__c each : [SELECT Text__c FROM Log__c ORDER BY Id]) { seen.add(each.Text__c); } return String.join(seen, '; ');";
  const blocks = {
    make: "System.schedule('Ticks', '0 0 6 * * ?', new Tick()); System.schedule('Once', '0 30 6 22 11 ? 2026', new Tick()); return null;",
    past: "System.schedule('Past', '0 0 0 1 1 ? 2020', new Tick()); return null;",
    triggers: `List<String> seen = new List<String>();
      for (CronTrigger each : [SELECT CronJobDetail.Name, NextFireTime, PreviousFireTime, TimesTriggered, State FROM CronTrigger ORDER BY Id]) {
        seen.add(each.CronJobDetail.Name + ' ' + each.NextFireTime.formatGmt('dd HH:mm') + ' ' + each.TimesTriggered + ' ' + each.State); }
      return String.join(seen, '; ');`,
    stop: 'for (CronTrigger each : [SELECT Id FROM CronTrigger]) { System.abortJob(each.Id); } return [SELECT COUNT() FROM CronTrigger];',
    read: logs,
  };

  it('runs its class at its times when the clock is moved, and the jobs of that at theirs', () => {
    const { org, program, run } = beginJobs(blocks, [tick, tock]);
    run('make');
    expect(run('triggers')).toBe('Ticks 21 14:00 0 WAITING; Once 22 14:30 0 WAITING');
    const day = Date.UTC(2026, 10, 23);
    expect(advanceTo(program, org, day)).toEqual({ count: 6, failed: [] });
    expect(org.clock.now()).toBe(day);
    expect(run('read')).toBe(
      '21 14:00 true SCHEDULED; 21 14:05; 22 14:00 true SCHEDULED; 22 14:05; 22 14:30 true SCHEDULED; 22 14:35',
    );
    expect(run('triggers')).toBe('Ticks 23 14:00 2 WAITING');
    expect(advanceTo(program, org, day).count).toBe(0);
    expect(run('stop')).toBe('0');
    expect(advanceTo(program, org, Date.UTC(2026, 11, 1)).count).toBe(0);
  });

  it('that can never be due is refused', () => {
    const { run } = beginJobs(blocks, [tick, tock]);
    expect(run('past')).toBe(
      "System.AsyncException: Based on configured schedule, the given trigger 'Past' will never fire.",
    );
  });

  it('vanishes with its transaction', () => {
    const { org, run } = beginJobs(
      { fail: `${blocks.make.replace('return null;', '')} Integer x = 1 / (0 * 1); return null;` },
      [tick, tock],
    );
    run('fail');
    expect(org.jobs.schedules.all()).toEqual([]);
    expect(org.clock.now()).toBe(noon);
  });
});
