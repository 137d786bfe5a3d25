import { raise } from '../../apex/library/raise.ts';
import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import type { ApexException } from '../../apex/run/apex-object.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import { CronProblem, nextFireTime, readCron, type CronExpression } from './cron.ts';
import type { WaitingJob } from './job.ts';
import type { JobRecords } from './job-records.ts';
import type { JobTransactions } from './job-transactions.ts';

/** A class that is to run again and again, and its CronTrigger. */
export interface ScheduledJob {
  readonly triggerId: string;
  readonly cron: CronExpression;
  readonly timeZone: string;
  readonly job: WaitingJob;
}

/** As documented: so many classes may be scheduled at a time. */
const mostScheduled = 100;

/** What System.schedule was given. A schedule is kept here, its record among the org's; they vanish together. */
export class Schedules {
  private readonly org: InMemoryOrg;
  private readonly records: JobRecords;
  private scheduled: ScheduledJob[] = [];

  constructor(org: InMemoryOrg, records: JobRecords) {
    this.org = org;
    this.records = records;
  }

  /** The id of the new CronTrigger, for which a job is made. */
  add(name: string, cronExpression: string, makeJob: (triggerId: string) => WaitingJob): string {
    const cron = readExpression(cronExpression);
    const { environment } = this.org.changes;
    const timeZone = environment.timeZone();
    const first = nextFireTime(cron, environment.now(), timeZone);
    if (first === null) {
      return raise(
        'System.AsyncException',
        `Based on configured schedule, the given trigger '${name}' will never fire.`,
      );
    }
    if (this.all().length >= mostScheduled) {
      raise(
        'System.AsyncException',
        `You have exceeded the maximum number (${String(mostScheduled)}) of Apex scheduled jobs.`,
      );
    }
    const triggerId = this.records.addTrigger(name, cronExpression, first);
    if (triggerId === null) {
      return raise('System.AsyncException', `The Apex job named "${name}" is already scheduled for execution.`);
    }
    const each = { triggerId, cron, timeZone, job: makeJob(triggerId) };
    this.org.store.perform(() => {
      this.scheduled.push(each);
      return () => {
        this.scheduled = this.scheduled.filter((other) => other !== each);
      };
    });
    return triggerId;
  }

  all(): readonly ScheduledJob[] {
    return this.scheduled.filter(({ triggerId }) => this.records.find(triggerId) !== null);
  }

  find(triggerId: string): ScheduledJob | null {
    return this.all().find((each) => each.triggerId === triggerId) ?? null;
  }

  named(name: string): ScheduledJob | null {
    const trigger = this.records.triggerNamed(name);
    return trigger === null ? null : this.find(trigger.id);
  }

  /** The one that fires first, of several at a time the oldest; null where none is left. */
  next(): { readonly scheduled: ScheduledJob; readonly firesAt: number } | null {
    const [first] = this.all()
      .map((scheduled) => ({ scheduled, firesAt: this.firesAt(scheduled) }))
      .sort(
        (one, other) => one.firesAt - other.firesAt || (one.scheduled.triggerId < other.scheduled.triggerId ? -1 : 1),
      );
    return first ?? null;
  }

  /** Runs one; where its time has come, the record tells of the next. One that is never due again is gone. */
  fire(scheduled: ScheduledJob, transactions: JobTransactions): ApexException | null {
    const { triggerId, job } = scheduled;
    const now = this.org.changes.environment.now();
    const firesAt = this.firesAt(scheduled);
    transactions.note(() => {
      const times = Number(this.records.find(triggerId)?.fields.get('timestriggered') ?? 0);
      this.records.change(triggerId, { TimesTriggered: times + 1, PreviousFireTime: inSeconds(now) });
    });
    const failure = job.run(transactions, this.records);
    if (firesAt <= now) {
      transactions.note(() => this.moveOn(scheduled, now));
    }
    return failure;
  }

  private moveOn({ triggerId, cron, timeZone, job }: ScheduledJob, now: number): void {
    const record = this.records.find(triggerId);
    if (record === null) {
      return;
    }
    const next = nextFireTime(cron, now, timeZone);
    if (next === null) {
      this.records.remove(record);
      this.records.end(job.id, 'Completed');
    } else {
      this.records.change(triggerId, { NextFireTime: new ApexDatetime(next) });
    }
  }

  private firesAt({ triggerId }: ScheduledJob): number {
    const value = this.records.find(triggerId)?.fields.get('nextfiretime');
    return value instanceof ApexDatetime ? value.milliseconds : Infinity;
  }
}

function inSeconds(instant: number): ApexDatetime {
  return new ApexDatetime(Math.floor(instant / 1000) * 1000);
}

function readExpression(text: string): CronExpression {
  try {
    return readCron(text);
  } catch (error) {
    if (error instanceof CronProblem) {
      return raise('System.StringException', error.message);
    }
    throw error;
  }
}
