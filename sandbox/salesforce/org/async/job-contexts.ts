import { systemEnums } from '../../apex/library/system/enum-types.ts';
import { PlatformObject, setTypeOf } from '../../apex/library/system/platform-object.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import type { ApexException } from '../../apex/run/apex-object.ts';
import { constantsOf } from '../../apex/run/values-of-enums.ts';
import { typeOf } from '../../apex/types/apex-type.ts';

/*
 * What jobs are called with. Their methods have the names under which objects of source would carry them, since the types are
 * interfaces that source may implement too.
 */

export class ApexQueueableContext extends PlatformObject {
  private readonly jobId: string;

  static {
    setTypeOf(this, 'System.QueueableContext');
  }

  constructor(jobId: string) {
    super();
    this.jobId = jobId;
  }

  getjobid$(): ApexId {
    return new ApexId(this.jobId);
  }
}

export class ApexBatchableContext extends PlatformObject {
  private readonly jobId: string;
  private readonly childJobId: string | null;

  static {
    setTypeOf(this, 'Database.BatchableContext');
  }

  constructor(jobId: string, childJobId: string | null) {
    super();
    this.jobId = jobId;
    this.childJobId = childJobId;
  }

  getjobid$(): ApexId {
    return new ApexId(this.jobId);
  }

  getchildjobid$(): ApexId | null {
    return this.childJobId === null ? null : new ApexId(this.childJobId);
  }
}

export class ApexSchedulableContext extends PlatformObject {
  private readonly triggerId: string;

  static {
    setTypeOf(this, 'System.SchedulableContext');
  }

  constructor(triggerId: string) {
    super();
    this.triggerId = triggerId;
  }

  gettriggerid$(): ApexId {
    return new ApexId(this.triggerId);
  }
}

export class ApexFinalizerContext extends PlatformObject {
  private readonly jobId: string;
  private readonly exception: ApexException | null;

  static {
    setTypeOf(this, 'System.FinalizerContext');
  }

  constructor(jobId: string, exception: ApexException | null) {
    super();
    this.jobId = jobId;
    this.exception = exception;
  }

  getasyncapexjobid$(): ApexId {
    return new ApexId(this.jobId);
  }

  getexception$(): ApexException | null {
    return this.exception;
  }

  getresult$(): unknown {
    const name = 'System.ParentJobResult';
    const names = systemEnums.find((each) => each.name === name)?.values ?? [];
    const result = this.exception === null ? 'SUCCESS' : 'UNHANDLED_EXCEPTION';
    return constantsOf(typeOf(name), names).find((each) => each.name === result) ?? null;
  }

  /** One for the job and its finalizer; the platform's form is its own. */
  getrequestid$(): string {
    return this.jobId;
  }
}
