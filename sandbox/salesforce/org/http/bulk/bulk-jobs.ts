import { madeId } from '../answer/site.ts';
import type { CsvForm } from '../csv/csv-form.ts';

export type JobState = 'Open' | 'UploadComplete' | 'InProgress' | 'JobComplete' | 'Failed' | 'Aborted';

/** What jobs that bring data and jobs that ask for it have in common. */
export interface BulkJob {
  readonly id: string;
  readonly operation: string;
  readonly objectName: string;
  readonly createdById: string;
  readonly createdAt: number;
  readonly version: string;
  readonly form: CsvForm;
  state: JobState;
  changedAt: number;
  startedAt: number | null;
  errorMessage: string | null;
}

export interface RowResult {
  readonly id: string;
  readonly isCreated: boolean;
  /** Why the row was not saved; null where it was. */
  readonly error: string | null;
}

/** A job that changes records. */
export interface IngestJob extends BulkJob {
  readonly externalIdField: string | null;
  readonly assignmentRuleId: string | null;
  data: string | null;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
  /** Of the rows so far, in their order. */
  readonly results: RowResult[];
}

/** A job that asks for records. */
export interface QueryJob extends BulkJob {
  readonly query: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The jobs of a server. Work that is due runs between requests, one piece at a time, in the order it came. */
export class BulkJobs {
  readonly ingest = new Map<string, IngestJob>();
  readonly queries = new Map<string, QueryJob>();
  private readonly due: (() => boolean)[] = [];
  private count = 0;
  private isRunning = false;
  private isClosed = false;

  nextId(): string {
    return madeId('750', ++this.count);
  }

  /** Runs `step` again and again until it says that nothing is left; requests are answered in between. */
  schedule(step: () => boolean): void {
    this.due.push(step);
    if (!this.isRunning) {
      this.isRunning = true;
      setImmediate(() => this.runOne());
    }
  }

  /** Nothing more is run. */
  close(): void {
    this.isClosed = true;
  }

  private runOne(): void {
    const [step] = this.due;
    if (step === undefined || this.isClosed) {
      this.isRunning = false;
      return;
    }
    if (!step()) {
      this.due.shift();
    }
    setImmediate(() => this.runOne());
  }
}
