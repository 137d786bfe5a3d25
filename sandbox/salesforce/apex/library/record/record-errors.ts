import { messageOf } from '../exception/exceptions.ts';
import type { ApexException } from '../../run/apex-object.ts';
import { raiseNullArgument } from '../raise.ts';
import { DatabaseError } from './database-error.ts';
import { describeRecord, type ApexSObject } from './apex-sobject.ts';
import { raiseInvalidField } from './field-access.ts';

/** `record.addError('…')`: the record is not to be saved. */
export function addRecordError(record: ApexSObject, message: string | null): void {
  record.errors.push(new DatabaseError(message ?? raiseNullArgument(), []));
}

/** `record.Name.addError('…')` and `record.addError('Name', '…')`. */
export function addFieldError(record: ApexSObject, fieldName: string | null, message: string | null): void {
  const object = describeRecord(record);
  const name = fieldName ?? raiseNullArgument();
  const field = object.fields.get(name.toLowerCase()) ?? raiseInvalidField(name, object.name);
  record.errors.push(new DatabaseError(message ?? raiseNullArgument(), [field.name]));
}

/** `record.addError(exception)`: its message is the error's. */
export function addExceptionError(record: ApexSObject, exception: ApexException | null): void {
  addRecordError(record, messageOf(exception ?? raiseNullArgument()));
}
