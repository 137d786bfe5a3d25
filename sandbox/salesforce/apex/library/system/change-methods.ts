import { Unsupported } from '../../run/apex-object.ts';
import { callingPlace, rightsIn } from '../../run/code-place.ts';
import { execution } from '../../run/execution.ts';
import { listOf, sObjectType, typeOf } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import type { Implementation, Members } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { ApexSObject, recordTypeOf } from '../record/apex-sobject.ts';
import { ApexSObjectField } from '../record/schema-tokens.ts';
import { ApexId } from '../text/apex-id.ts';
import { ApexAccessLevel } from './access-level.ts';
import { saveOptionsOf } from './dml-options.ts';
import { PlainData } from './plain-data.ts';
import { RecordOutcome, type OutcomeOfRecord } from './record-outcome.ts';

type Operation = 'insert' | 'update' | 'upsert' | 'delete' | 'undelete';

const usualOptions = [
  ', Boolean allOrNone',
  ', System.AccessLevel accessLevel',
  ', Boolean allOrNone, System.AccessLevel accessLevel',
];
const dmlOptions = [
  ', Database.DMLOptions dmlOptions',
  ', Database.DMLOptions dmlOptions, System.AccessLevel accessLevel',
];
const fieldOptions = [
  ', Schema.SObjectField externalIdField',
  ', Schema.SObjectField externalIdField, Boolean allOrNone',
  ', Schema.SObjectField externalIdField, System.AccessLevel accessLevel',
  ', Schema.SObjectField externalIdField, Boolean allOrNone, System.AccessLevel accessLevel',
];
const recordForms = { one: 'SObject recordToChange', many: 'List<SObject> recordsToChange' } as const;
const idForms = { one: 'Id recordId', many: 'List<Id> recordIds' } as const;

/** The DML methods of System.Database with the documented options behind them. */
export const changeMethods: Members = {
  ...changeMembers('insert', 'SaveResult', recordForms, ['', ...usualOptions, ...dmlOptions]),
  ...changeMembers('update', 'SaveResult', recordForms, ['', ...usualOptions, ...dmlOptions]),
  ...changeMembers('upsert', 'UpsertResult', recordForms, ['', ...usualOptions, ...fieldOptions]),
  ...changeMembers('delete', 'DeleteResult', recordForms, ['', ...usualOptions]),
  ...changeMembers('delete', 'DeleteResult', idForms, ['', ...usualOptions]),
  ...changeMembers('undelete', 'UndeleteResult', recordForms, ['', ...usualOptions]),
  ...changeMembers('undelete', 'UndeleteResult', idForms, ['', ...usualOptions]),
};

/** A method's forms for one record and for many: 'Database.SaveResult insert(SObject recordToChange, Boolean allOrNone)'. */
function changeMembers(
  operation: Operation,
  resultName: string,
  forms: { readonly one: string; readonly many: string },
  options: readonly string[],
): Members {
  const result = `Database.${resultName}`;
  const many = changeMany(operation, typeOf(result));
  const one = changeOne(operation, typeOf(result));
  return Object.fromEntries(
    options.flatMap((option): [string, Implementation][] => [
      [`${result} ${operation}(${forms.one}${option})`, one],
      [`List<${result}> ${operation}(${forms.many}${option})`, many],
    ]),
  );
}

function changeOne(operation: Operation, result: ReturnType<typeof typeOf>): Implementation {
  return (given: unknown, ...options: unknown[]) => {
    const [outcome] = change(operation, [given], options);
    if (outcome === undefined) {
      throw new Error(`The org did not answer an ${operation}.`);
    }
    return new RecordOutcome(result, outcome);
  };
}

function changeMany(operation: Operation, result: ReturnType<typeof typeOf>): Implementation {
  return (given: ApexList | null, ...options: unknown[]) => {
    const list = given ?? raiseNullArgument();
    if (operation === 'upsert' && list.type.args[0] === sObjectType) {
      raise('System.TypeException', 'DML on generic List<SObject> only allowed for insert, update or delete');
    }
    return new ApexList(
      listOf(result),
      change(operation, list.items, options).map((each) => new RecordOutcome(result, each)),
    );
  };
}

function change(operation: Operation, given: readonly unknown[], options: readonly unknown[]): OutcomeOfRecord[] {
  const field = options.find((each) => each instanceof ApexSObjectField) ?? null;
  const dml = options.find((each) => each instanceof PlainData);
  const access = options.find((each) => each instanceof ApexAccessLevel) ?? null;
  return execution().org.change(operation, given.map(asRecord), {
    ...rightsIn(callingPlace(), access?.mode ?? null),
    allOrNone: isAllOrNone(options),
    field: field?.fieldName ?? null,
    saving: dml === undefined ? null : saveOptionsOf(dml),
  }) as OutcomeOfRecord[];
}

/** True where nothing is said; DMLOptions that say nothing leave what can be saved, as documented. */
function isAllOrNone(options: readonly unknown[]): boolean {
  const dml = options.find((each) => each instanceof PlainData);
  if (dml === undefined) {
    return options.find((each) => typeof each === 'boolean') ?? true;
  }
  for (const name of ['allowFieldTruncation', 'localeOptions']) {
    if ((dml.values.get(name) ?? false) !== false) {
      throw new Unsupported(`Database.DMLOptions.${name}`, 'a Database method');
    }
  }
  return dml.values.get('optAllOrNone') === true;
}

function asRecord(given: unknown): ApexSObject {
  if (given instanceof ApexSObject) {
    return given;
  }
  return given instanceof ApexId ? recordWithId(given) : raiseNullArgument();
}

function recordWithId(id: ApexId): ApexSObject {
  const { org } = execution();
  const name = org.objectNames().find((each) => org.describeObject(each)?.keyPrefix === id.value.slice(0, 3));
  return name === undefined
    ? raise('System.SObjectException', `No object has ids like ${id.value}.`)
    : new ApexSObject(recordTypeOf(name), new Map([['id', id]]));
}
