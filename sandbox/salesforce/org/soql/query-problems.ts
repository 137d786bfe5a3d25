import { makeException } from '../../apex/library/exception/exceptions.ts';

const lookUpNames = 'Please reference your WSDL or the describe call for the appropriate names.';

/** Ends a query as the platform does; there need not be a program that runs: raiseQuery("unexpected token: 'x'"). */
export function raiseQuery(message: string): never {
  return throwApex(makeException('System.QueryException', message));
}

/** Throws an exception of Apex, which is no Error of JavaScript. */
export function throwApex(exception: unknown): never {
  throw exception;
}

/** messageOfNoColumn('Foo', 'Lead') begins with "No such column 'Foo' on entity 'Lead'." */
export function messageOfNoColumn(name: string, objectName: string): string {
  return `No such column '${name}' on entity '${objectName}'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${lookUpNames}`;
}

/** messageOfNoObject('Leed') begins with "sObject type 'Leed' is not supported." */
export function messageOfNoObject(name: string): string {
  return `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${lookUpNames}`;
}

/** raiseNoRelationship('Boss', 'field path') → "Didn't understand relationship 'Boss' in field path. …" */
export function raiseNoRelationship(name: string, place: 'field path' | 'FROM part of query call'): never {
  return raiseQuery(
    `Didn't understand relationship '${name}' in ${place}. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${lookUpNames}`,
  );
}

/** What is said of a text that is no query: raiseUnexpected('{'). */
export function raiseUnexpected(token: string): never {
  return raiseQuery(`unexpected token: '${token}'`);
}
