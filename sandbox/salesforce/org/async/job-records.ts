import { ApexId } from '../../apex/library/text/apex-id.ts';
import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { systemFields } from '../records/system-fields.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The records by which an org tells of its jobs. They vanish with the transaction that made them, and so do the jobs. */
export class JobRecords {
  private readonly org: InMemoryOrg;

  constructor(org: InMemoryOrg) {
    this.org = org;
  }

  /** The id of a new AsyncApexJob that waits: addJob('Queueable', 'Nightly', 'execute'). */
  addJob(jobType: string, className: string, methodName: string | null): string {
    return this.add('AsyncApexJob', {
      JobType: jobType,
      Status: 'Queued',
      ApexClassId: new ApexId(this.classId(className)),
      MethodName: methodName,
      JobItemsProcessed: 0,
      TotalJobItems: 0,
      NumberOfErrors: 0,
    });
  }

  /** The id of a new CronTrigger; null where another of that name exists. */
  addTrigger(name: string, cronExpression: string, firesAt: number): string | null {
    if (this.triggerNamed(name) !== null) {
      return null;
    }
    const detail = this.add('CronJobDetail', { Name: name, JobType: '7' });
    const { environment } = this.org.changes;
    return this.add('CronTrigger', {
      CronJobDetailId: new ApexId(detail),
      CronExpression: cronExpression,
      State: 'WAITING',
      TimeZoneSidKey: environment.timeZone(),
      OwnerId: new ApexId(environment.userId()),
      NextFireTime: new ApexDatetime(firesAt),
      TimesTriggered: 0,
    });
  }

  /** The CronTrigger of a job that was scheduled under a name; null where there is none. */
  triggerNamed(name: string): StoredRecord | null {
    const { store } = this.org;
    for (const trigger of store.recordsOf('CronTrigger')) {
      const detail = store.findRecord(String(trigger.fields.get('cronjobdetailid')));
      if (String(detail?.fields.get('name')).toLowerCase() === name.toLowerCase()) {
        return trigger;
      }
    }
    return null;
  }

  find(id: string): StoredRecord | null {
    return this.org.store.findRecord(id);
  }

  statusOf(id: string): unknown {
    return this.find(id)?.fields.get('status') ?? null;
  }

  /** change(id, { Status: 'Processing' }) */
  change(id: string, changed: Fields): void {
    const record = this.find(id);
    if (record === null) {
      throw new Error(`There is no record of the job ${id} any more.`);
    }
    const fields = new Map(record.fields);
    Object.entries(changed).forEach(([name, value]) => fields.set(name.toLowerCase(), value));
    this.org.store.put({ ...record, fields });
  }

  /** Notes that a job has ended, now. */
  end(id: string, status: 'Completed' | 'Failed' | 'Aborted', more: Fields = {}): void {
    this.change(id, { Status: status, CompletedDate: this.now(), ...more });
  }

  remove(record: StoredRecord): void {
    this.org.store.remove(record);
  }

  private classId(name: string): string {
    for (const { id, fields } of this.org.store.recordsOf('ApexClass')) {
      if (String(fields.get('name')).toLowerCase() === name.toLowerCase()) {
        return id;
      }
    }
    return this.add('ApexClass', { Name: name, NamespacePrefix: this.org.namespace, Status: 'Active', IsValid: true });
  }

  private add(objectName: string, values: Fields): string {
    const { store, changes } = this.org;
    const id = store.nextId(store.schema.demand(objectName));
    const by = new ApexId(changes.environment.userId());
    const fields = systemFields(id, by, this.now());
    Object.entries(values).forEach(([name, value]) => fields.set(name.toLowerCase(), value));
    store.put({ objectName, id, fields, isDeleted: false });
    return id;
  }

  private now(): ApexDatetime {
    return new ApexDatetime(Math.floor(this.org.changes.environment.now() / 1000) * 1000);
  }
}
