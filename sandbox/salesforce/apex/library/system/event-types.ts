import { execution } from '../../run/execution.ts';
import { listOf, typeOf } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { unsupported, type BuiltinType } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import type { ApexSObject } from '../record/apex-sobject.ts';
import { orgEvents, type RunningDelivery } from './platform-events.ts';
import { PlatformObject, setTypeOf } from './platform-object.ts';
import { RecordOutcome } from './record-outcome.ts';

const resultType = typeOf('Database.SaveResult');

function publish(event: ApexSObject | null): RecordOutcome {
  const [outcome] = orgEvents('EventBus.publish').publish([event ?? raiseNullArgument()]);
  if (outcome === undefined) {
    throw new Error('The org did not answer a publication.');
  }
  return new RecordOutcome(resultType, outcome);
}

function publishAll(events: ApexList | null): ApexList {
  const given = (events ?? raiseNullArgument()).items.map(
    (each) => (each as ApexSObject | null) ?? raiseNullArgument(),
  );
  const outcomes = orgEvents('EventBus.publish').publish(given);
  return new ApexList(
    listOf(resultType),
    outcomes.map((each) => new RecordOutcome(resultType, each)),
  );
}

class ApexTriggerContext extends PlatformObject {
  readonly delivery: RunningDelivery | null;

  static {
    setTypeOf(this, 'EventBus.TriggerContext');
  }

  constructor(delivery: RunningDelivery | null) {
    super();
    this.delivery = delivery;
  }
}

function setCheckpoint({ delivery }: ApexTriggerContext, replayId: string | null): void {
  if (delivery === null) {
    raise('System.IllegalArgumentException', 'A checkpoint is set in a trigger of platform events only.');
  }
  delivery.setCheckpoint(replayId ?? raiseNullArgument());
}

class TestBroker extends PlatformObject {
  static {
    setTypeOf(this, 'EventBus.TestBroker');
  }
}

/** What Test.getEventBus() gives. */
export const testBroker = new TestBroker();

function deliver(): void {
  orgEvents('Test.getEventBus().deliver').deliverInTest('waiting');
}

/** System.EventBus and the classes of its namespace; EventBus.RetryableException is among the exceptions. */
export const eventTypes: readonly BuiltinType[] = [
  {
    name: 'System.EventBus',
    kind: 'class',
    statics: {
      'Database.SaveResult publish(SObject event)': publish,
      'List<Database.SaveResult> publish(List<SObject> events)': publishAll,
      'Database.SaveResult publish(SObject event, Object callback)': unsupported,
      'List<Database.SaveResult> publish(List<SObject> events, Object callback)': unsupported,
      'String getOperationId(Object result)': ({ outcome }: RecordOutcome) => outcome.id,
    },
  },
  {
    name: 'EventBus.TriggerContext',
    kind: 'class',
    valueClass: ApexTriggerContext,
    statics: {
      'EventBus.TriggerContext currentContext()': () => new ApexTriggerContext(execution().org.events?.running ?? null),
    },
    methods: {
      'String getResumeCheckpoint()': ({ delivery }: ApexTriggerContext) => delivery?.checkpoint ?? null,
      'void setResumeCheckpoint(String replayId)': setCheckpoint,
    },
    properties: {
      'String lastError': { get: ({ delivery }: ApexTriggerContext) => delivery?.lastError ?? null },
      'Integer retries': { get: ({ delivery }: ApexTriggerContext) => delivery?.retries ?? 0 },
    },
  },
  {
    name: 'EventBus.TestBroker',
    kind: 'class',
    valueClass: TestBroker,
    methods: {
      'void deliver()': deliver,
      'void fail()': unsupported,
    },
  },
];
