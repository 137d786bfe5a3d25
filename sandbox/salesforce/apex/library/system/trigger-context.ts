import type { ApexList } from '../collection/apex-list.ts';
import type { ApexMap } from '../collection/apex-map.ts';
import { constantsOf } from '../../run/values-of-enums.ts';
import { typeOf } from '../../types/apex-type.ts';
import type { BuiltinType, Implementation, Property } from '../define.ts';
import { systemEnums } from './enum-types.ts';

/** What a trigger is called with. `operation` is a constant's name of System.TriggerOperation. */
export interface TriggerContext {
  readonly operation: string;
  readonly newRecords: ApexList | null;
  readonly oldRecords: ApexList | null;
  readonly newById: ApexMap | null;
  readonly oldById: ApexMap | null;
  readonly size: number;
}

let current: TriggerContext | null = null;

/** Runs a trigger, and what it calls, with `context` behind the variables of `Trigger`; null for what is in no trigger. */
export function runAsTrigger<T>(context: TriggerContext | null, action: () => T): T {
  const earlier = current;
  current = context;
  try {
    return action();
  } finally {
    current = earlier;
  }
}

/** Whether the code that asks was called, however far away, by a trigger. */
export function isInTrigger(): boolean {
  return current !== null;
}

function read(what: (context: TriggerContext) => unknown): Property {
  return { get: () => (current === null ? null : what(current)) };
}

function isOperation(pattern: RegExp): Property {
  return { get: () => current !== null && pattern.test(current.operation) };
}

const operationNames = systemEnums.find((each) => each.name === 'System.TriggerOperation')?.values ?? [];

const operationOf: Implementation = () =>
  constantsOf(typeOf('System.TriggerOperation'), operationNames).find((each) => each.name === current?.operation) ??
  null;

/** The context variables: outside of triggers the records are null and the questions are answered with false. */
export const triggerType: BuiltinType = {
  name: 'System.Trigger',
  kind: 'class',
  staticProperties: {
    'List<SObject> new': read((context) => context.newRecords),
    'List<SObject> old': read((context) => context.oldRecords),
    'Map<Id,SObject> newMap': read((context) => context.newById),
    'Map<Id,SObject> oldMap': read((context) => context.oldById),
    'Integer size': read((context) => context.size),
    'System.TriggerOperation operationType': { get: operationOf },
    'Boolean isExecuting': { get: () => current !== null },
    'Boolean isBefore': isOperation(/^BEFORE_/),
    'Boolean isAfter': isOperation(/^AFTER_/),
    'Boolean isInsert': isOperation(/_INSERT$/),
    'Boolean isUpdate': isOperation(/_UPDATE$/),
    'Boolean isDelete': isOperation(/_DELETE$/),
    'Boolean isUndelete': isOperation(/_UNDELETE$/),
  },
};
