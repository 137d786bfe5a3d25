import { execution } from '../../run/execution.ts';
import type { FieldDescription, ObjectDescription } from '../../run/org.ts';
import { PlatformObject, setTypeOf } from '../system/platform-object.ts';

/** A Schema.SObjectType: `Account.SObjectType`. There is one for each object, so they are compared with `===`. */
export class ApexSObjectType extends PlatformObject {
  readonly objectName: string;

  static {
    setTypeOf(this, 'Schema.SObjectType');
  }

  constructor(objectName: string) {
    super();
    this.objectName = objectName;
  }

  tostring$(): string {
    return this.objectName;
  }
}

/** A Schema.SObjectField: `Account.Name`. There is one for each field, so they are compared with `===`. */
export class ApexSObjectField extends PlatformObject {
  readonly objectName: string;
  readonly fieldName: string;

  static {
    setTypeOf(this, 'Schema.SObjectField');
  }

  constructor(objectName: string, fieldName: string) {
    super();
    this.objectName = objectName;
    this.fieldName = fieldName;
  }

  tostring$(): string {
    return this.fieldName;
  }
}

const objectTokens = new Map<string, ApexSObjectType>();
const fieldTokens = new Map<string, ApexSObjectField>();

/** The token of an object, by its canonical name: sObjectTypeToken('Account') is `Account.SObjectType`. */
export function sObjectTypeToken(objectName: string): ApexSObjectType {
  let token = objectTokens.get(objectName);
  if (token === undefined) {
    token = new ApexSObjectType(objectName);
    objectTokens.set(objectName, token);
  }
  return token;
}

/** The token of a field, by canonical names: sObjectFieldToken('Account', 'Name') is `Account.Name`. */
export function sObjectFieldToken(objectName: string, fieldName: string): ApexSObjectField {
  const key = `${objectName}.${fieldName}`;
  let token = fieldTokens.get(key);
  if (token === undefined) {
    token = new ApexSObjectField(objectName, fieldName);
    fieldTokens.set(key, token);
  }
  return token;
}

/** What the org says about the object of a token. */
export function describeToken(token: ApexSObjectType): ObjectDescription {
  const found = execution().org.describeObject(token.objectName);
  if (found === null) {
    throw new Error(`A token of ${token.objectName} exists, but the org does not describe that object.`);
  }
  return found;
}

/** What the org says about the field of a token. */
export function describeFieldToken(token: ApexSObjectField): FieldDescription {
  const found = execution().org.describeObject(token.objectName)?.fields.get(token.fieldName.toLowerCase());
  if (found === undefined) {
    throw new Error(
      `A token of ${token.objectName}.${token.fieldName} exists, but the org does not describe that field.`,
    );
  }
  return found;
}
