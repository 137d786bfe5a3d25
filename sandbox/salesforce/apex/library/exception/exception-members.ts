import type { ApexException } from '../../run/apex-object.ts';
import { madeText } from '../../run/meter.ts';
import { listOf, stringType, typeOf } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { ApexMap } from '../collection/apex-map.ts';
import { ApexSet } from '../collection/apex-set.ts';
import { unsupported, type Members } from '../define.ts';
import { raise } from '../raise.ts';
import { describeException, messageOf, PlatformException, typeNameOf, type Failure } from './exceptions.ts';
import { lineOf, stackTraceOf } from './stack-trace.ts';

function failuresOf(exception: ApexException): readonly Failure[] {
  return exception instanceof PlatformException ? exception.failures : [];
}

function failureOf(exception: ApexException, index: number): Failure {
  return (
    failuresOf(exception)[index] ?? raise('System.IllegalArgumentException', `Invalid argument: no DML row at ${index}`)
  );
}

/** The platform's compiler knows every method of every exception on Exception itself, so that a caught one needs no cast. */
export const exceptionMembers: Members = {
  'String getMessage()': messageOf,
  'void setMessage(String message)': (exception: ApexException, message: string | null) => {
    exception.$message = message;
  },
  'Exception getCause()': (exception: ApexException) => exception.$cause,
  'void initCause(Exception cause)': (exception: ApexException, cause: ApexException | null) => {
    if (exception.$cause !== null) {
      raise('System.IllegalArgumentException', 'The cause of this exception is already set.');
    }
    exception.$cause = cause;
  },
  'String getTypeName()': (exception: ApexException) => typeNameOf(exception),
  'String getStackTraceString()': (exception: ApexException) => madeText(stackTraceOf(exception)),
  'Integer getLineNumber()': lineOf,
  'String toString()': (exception: ApexException) => madeText(describeException(exception)),

  'Integer getNumDml()': (exception: ApexException) => failuresOf(exception).length,
  'List<String> getDmlFieldNames(Integer index)': (exception: ApexException, index: number) =>
    new ApexList(listOf(stringType), [...failureOf(exception, index).fields]),
  'List<Schema.SObjectField> getDmlFields(Integer index)': unsupported,
  'String getDmlId(Integer index)': (exception: ApexException, index: number) => failureOf(exception, index).id,
  'Integer getDmlIndex(Integer index)': (exception: ApexException, index: number) => failureOf(exception, index).index,
  'String getDmlMessage(Integer index)': (exception: ApexException, index: number) =>
    failureOf(exception, index).message,
  'String getDmlStatusCode(Integer index)': (exception: ApexException, index: number) =>
    failureOf(exception, index).status,
  'System.StatusCode getDmlType(Integer index)': unsupported,
  'Map<String,Set<String>> getInaccessibleFields()': (exception: ApexException) => {
    const fields = exception instanceof PlatformException ? exception.inaccessibleFields : new Map<string, string[]>();
    const names = typeOf('System.Set', [stringType]);
    return ApexMap.from(
      typeOf('System.Map', [stringType, names]),
      [...fields].map(([object, each]) => [object, ApexSet.from(names, each)] as const),
    );
  },
};
