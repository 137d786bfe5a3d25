import { ApexList } from '../../apex/library/collection/apex-list.ts';
import { objectNameOf, recordTypeOf, type ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import { raise } from '../../apex/library/raise.ts';
import { useLimit } from '../../apex/library/system/limits.ts';
import type { PlatformEvents } from '../../apex/library/system/platform-events.ts';
import type { OutcomeOfRecord } from '../../apex/library/system/record-outcome.ts';
import { notePendingWork } from '../../apex/library/system/transaction-state.ts';
import type { ApexException } from '../../apex/run/apex-object.ts';
import { execution, isRunning } from '../../apex/run/execution.ts';
import type { Program } from '../../apex/run/program.ts';
import { listOf } from '../../apex/types/apex-type.ts';
import { JobTransactions } from '../async/job-transactions.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import { Delivery } from './delivery.ts';
import { findAutomatedProcess } from './find-automated-process.ts';
import { makeEvent } from './make-event.ts';

/** An event on its way to one trigger. */
interface Waiting {
  readonly trigger: string;
  readonly event: ApexSObject;
  /** Events of tests are delivered in their test alone. */
  readonly isOfTest: boolean;
}

/** As documented: a trigger of platform events gets so many together, and may ask for so many further attempts. */
const largestBatch = 2000;
const mostRetries = 9;

/**
 * The platform events of an org: published by Apex, delivered to triggers `on X__e (after insert)`, each trigger in transactions
 * of its own, as the Automated Process user.
 */
export class EventBus implements PlatformEvents {
  running: Delivery | null = null;
  private readonly org: InMemoryOrg;
  private waiting: Waiting[] = [];
  private readonly retries = new Map<string, { count: number; lastError: string | null }>();
  /** Triggers that asked for one attempt too many get nothing any more, until they are deployed again. */
  private readonly broken = new Set<string>();
  private program: Program | null = null;
  private published = 0;
  private readonly sent = new Map<string, number>();

  constructor(org: InMemoryOrg) {
    this.org = org;
  }

  /** From now on events are delivered to the triggers of this program. */
  useProgram(program: Program): void {
    this.program = program;
    this.broken.clear();
  }

  get hasWaiting(): boolean {
    return this.waiting.some((each) => !each.isOfTest && !this.broken.has(each.trigger));
  }

  publish(events: readonly ApexSObject[]): OutcomeOfRecord[] {
    const objects = events.map((event) => this.objectOf(event));
    this.countPublications(objects);
    this.org.transactions.step('publish', [...new Set(objects.map(({ name }) => name))].join(', '));
    return events.map((event, index) => {
      const object = objects[index] as ObjectSchema;
      const made = makeEvent(this.org, object, event, this.published + 1);
      if ('errors' in made) {
        return { id: null, success: false, created: false, errors: made.errors };
      }
      this.published += 1;
      this.send(object, made.event);
      return { id: made.uuid, success: true, created: true, errors: [] };
    });
  }

  /** Runs the trigger of the event that waits longest, with all that wait for it; null where none waits. */
  deliverNext(
    transactions: JobTransactions,
  ): { readonly trigger: string; readonly failure: ApexException | null } | null {
    const { isInTest } = transactions;
    const first = this.waiting.find((each) => each.isOfTest === isInTest && !this.broken.has(each.trigger));
    if (first === undefined) {
      return null;
    }
    const { trigger } = first;
    const objectType = first.event.type;
    const batch = this.waiting
      .filter((each) => each.trigger === trigger && each.isOfTest === isInTest && each.event.type === objectType)
      .slice(0, largestBatch);
    this.waiting = this.waiting.filter((each) => !batch.includes(each));
    const earlier = this.retries.get(trigger) ?? { count: 0, lastError: null };
    const delivery = new Delivery(this.org.store, earlier.count, earlier.lastError);
    const failure = this.runTrigger(trigger, batch, delivery, transactions);
    this.conclude(batch, delivery, failure);
    return { trigger, failure };
  }

  deliverInTest(which: 'waiting' | 'all'): void {
    if (this.program === null) {
      return;
    }
    const transactions = new JobTransactions(this.program, this.org, execution());
    const now = new Set(this.waiting.filter((each) => each.isOfTest));
    const isLeft = () => this.waiting.some((each) => each.isOfTest && (which === 'all' || now.has(each)));
    for (let rounds = 0; isLeft() && this.deliverNext(transactions) !== null; rounds++) {
      if (rounds > largestBatch) {
        throw new Error('The triggers of platform events of a test publish events without end.');
      }
    }
  }

  private runTrigger(
    trigger: string,
    batch: readonly Waiting[],
    delivery: Delivery,
    transactions: JobTransactions,
  ): ApexException | null {
    const [first] = batch;
    const outer = this.running;
    this.running = delivery;
    const context = {
      operation: 'AFTER_INSERT',
      newRecords: new ApexList(
        listOf(first?.event.type ?? recordTypeOf('Event')),
        batch.map((each) => each.event),
      ),
      oldRecords: null,
      newById: null,
      oldById: null,
      size: batch.length,
    };
    try {
      return (
        transactions.attempt(
          null,
          findAutomatedProcess(this.org.store),
          () => delivery.keepUpToCheckpoint(() => this.org.changes.environment.triggers().run(trigger, context)),
          'PLATFORM_EVENT',
        ) ?? delivery.failure
      );
    } finally {
      this.running = outer;
    }
  }

  /** Puts back what is to be delivered once more: all that was, or what stands behind the checkpoint. */
  private conclude(batch: readonly Waiting[], delivery: Delivery, failure: ApexException | null): void {
    const [first] = batch;
    const trigger = first?.trigger ?? '';
    if (failure?.$type.name === 'EventBus.RetryableException') {
      const count = delivery.retries + 1;
      this.retries.set(trigger, { count, lastError: failure.$message });
      this.waiting.unshift(...batch);
      if (count > mostRetries) {
        this.broken.add(trigger);
      }
      return;
    }
    this.retries.delete(trigger);
    if (delivery.checkpoint !== null) {
      const ids = batch.map((each) => String(each.event.fields.get('replayid')));
      this.waiting.unshift(...batch.slice(ids.indexOf(delivery.checkpoint) + 1));
    }
  }

  /** How many events of an object were sent to whoever listens: org.events.countOf('Alert__e'). */
  countOf(objectName: string): number {
    return this.sent.get(objectName) ?? 0;
  }

  private send(object: ObjectSchema, event: ApexSObject): void {
    const isOfTest = isRunning() && execution().isRunningTest();
    const added = this.org.changes.environment
      .triggers()
      .namesFor(object.name, 'after insert')
      .map((trigger) => ({ trigger, event, isOfTest }));
    const add = () => {
      this.waiting.push(...added);
      this.sent.set(object.name, this.countOf(object.name) + 1);
      return () => {
        this.sent.set(object.name, this.countOf(object.name) - 1);
        this.waiting = this.waiting.filter((each) => !added.includes(each));
      };
    };
    if (object.publishesImmediately === true && !isOfTest) {
      add();
    } else {
      this.org.store.perform(add);
    }
  }

  private objectOf(event: ApexSObject): ObjectSchema {
    const object = this.org.schema.find(objectNameOf(event.type) ?? '');
    return object?.kind === 'event'
      ? object
      : raise('System.IllegalArgumentException', `${event.type.name.replace('SObject:', '')} is no platform event.`);
  }

  private countPublications(objects: readonly ObjectSchema[]): void {
    if (!isRunning()) {
      return;
    }
    if (objects.some((each) => each.publishesImmediately === true)) {
      useLimit('PublishImmediateDML');
    }
    if (objects.some((each) => each.publishesImmediately !== true)) {
      useLimit('DMLStatements');
      notePendingWork();
    }
  }
}
