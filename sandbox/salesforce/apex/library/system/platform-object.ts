import { ApexObject } from '../../run/apex-object.ts';
import { typeOf } from '../../types/apex-type.ts';

/** The base of the values of the platform's own classes, such as HttpRequest: they carry their type as Apex objects do. */
export class PlatformObject extends ApexObject {}

/** Says which type the values of a JavaScript class have: setTypeOf(ApexHttp, 'System.Http'). */
export function setTypeOf(valueClass: { readonly prototype: object }, name: string): void {
  Object.defineProperty(valueClass.prototype, '$type', { value: typeOf(name), writable: true });
}
