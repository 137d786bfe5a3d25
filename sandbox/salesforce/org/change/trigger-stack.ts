import { ApexList } from '../../apex/library/collection/apex-list.ts';
import { ApexMap } from '../../apex/library/collection/apex-map.ts';
import { describeException, isCatchable } from '../../apex/library/exception/exceptions.ts';
import { stackTraceOf } from '../../apex/library/exception/stack-trace.ts';
import { recordTypeOf, type ApexSObject } from '../../apex/library/record/apex-sobject.ts';
import { ApexException } from '../../apex/run/apex-object.ts';
import { idType, listOf, typeOf } from '../../apex/types/apex-type.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import type { TriggerEvent, TriggerRunner } from './change-environment.ts';
import { changeError, type ChangeError } from './change-result.ts';

/** As documented: triggers may set off each other this deep. */
const deepest = 16;

interface Frame {
  readonly objectName: string;
  readonly event: TriggerEvent;
  readonly trigger: string;
  readonly ids: ReadonlySet<string>;
  readonly records: ReadonlySet<ApexSObject>;
}

export interface TriggerRecords {
  readonly object: ObjectSchema;
  readonly newRecords: readonly ApexSObject[] | null;
  readonly oldRecords: readonly ApexSObject[] | null;
}

/** The triggers that are running, outermost first. */
export class TriggerStack {
  private readonly frames: Frame[] = [];

  /**
   * Runs the triggers of an event. Errors that they add are left on the records; what they throw is given back as an error of
   * all records, as is recursion beyond the platform's limit.
   */
  run(runner: TriggerRunner, event: TriggerEvent, records: TriggerRecords): ChangeError | null {
    const names = runner.namesFor(records.object.name, event);
    if (names.length === 0) {
      return null;
    }
    const all = [...(records.newRecords ?? []), ...(records.oldRecords ?? [])];
    const ids = new Set(all.map((each) => String(each.fields.get('id'))));
    const context = contextOf(event, records);
    for (const trigger of names) {
      if (this.frames.length >= deepest) {
        return this.tooDeep(trigger);
      }
      this.frames.push({ objectName: records.object.name, event, trigger, ids, records: new Set(all) });
      try {
        runner.run(trigger, context);
      } catch (thrown) {
        if (!(thrown instanceof ApexException) || !isCatchable(thrown)) {
          throw thrown;
        }
        return thrownBy(trigger, event, thrown);
      } finally {
        this.frames.pop();
      }
    }
    return null;
  }

  /** Runs what no running trigger has called: a transaction amid another. */
  setAside<T>(action: () => T): T {
    const kept = this.frames.splice(0);
    try {
      return action();
    } finally {
      this.frames.splice(0, this.frames.length, ...kept);
    }
  }

  /** Why a record may not be changed now: it is in a trigger that runs before its own change. */
  refusal(operation: 'update' | 'delete', id: string): ChangeError | null {
    const closed: readonly TriggerEvent[] =
      operation === 'update' ? ['before update'] : ['before update', 'before delete'];
    const frame = this.frames.find((each) => closed.includes(each.event) && each.ids.has(id));
    return frame === undefined
      ? null
      : changeError(
          'SELF_REFERENCE_FROM_TRIGGER',
          `Object (id = ${id}) is currently in trigger ${frame.trigger}, therefore it cannot recursively ${operation} itself`,
        );
  }

  /** Whether this very object stands in Trigger.new or Trigger.old of a running trigger. */
  holds(record: ApexSObject): boolean {
    return this.frames.some((each) => each.records.has(record));
  }

  private tooDeep(trigger: string): ChangeError {
    const trail = this.frames.toReversed().map((each) => `${each.objectName} trigger event ${inOneWord(each.event)}`);
    return changeError(
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
      `${trigger}: maximum trigger depth exceeded\n${trail.join('\n')}`,
    );
  }
}

/** inOneWord('before insert') → "BeforeInsert". */
function inOneWord(event: TriggerEvent): string {
  return event.replace(/(?:^| )(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function thrownBy(trigger: string, event: TriggerEvent, thrown: ApexException): ChangeError {
  // Frames below the trigger belong to whoever saved the record.
  const lines = stackTraceOf(thrown).split('\n');
  const own = lines.findIndex((line) => line.startsWith(`Class.Trigger.${trigger}:`));
  const trace = lines
    .slice(0, own < 0 ? lines.length : own + 1)
    .map((line) => line.replace(/^Class\.Trigger\./, 'Trigger.'))
    .join('\n');
  return changeError(
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    `${trigger}: execution of ${inOneWord(event)}\n\ncaused by: ${describeException(thrown)}\n\n${trace}`,
  );
}

function contextOf(event: TriggerEvent, { object, newRecords, oldRecords }: TriggerRecords) {
  const type = recordTypeOf(object.name);
  const list = (records: readonly ApexSObject[] | null) =>
    records === null ? null : new ApexList(listOf(type), [...records]);
  const byId = (records: readonly ApexSObject[] | null) =>
    records === null
      ? null
      : ApexMap.from(
          typeOf('System.Map', [idType, type]),
          records.map((each) => [each.fields.get('id') ?? null, each] as const),
        );
  return {
    operation: event.toUpperCase().replace(' ', '_'),
    newRecords: list(newRecords),
    oldRecords: list(oldRecords),
    // Before an insert there are no ids.
    newById: event === 'before insert' ? null : byId(newRecords),
    oldById: byId(oldRecords),
    size: (newRecords ?? oldRecords ?? []).length,
  };
}
