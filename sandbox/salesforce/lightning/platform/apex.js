import { unwrap } from 'lwc';
import { ask } from './host.js';
import { makeSharedAdapter, refreshProvided } from './shared-data.js';

/** What `@salesforce/apex/Class.method` is: a function that asks now, and an adapter for `@wire`. */
export function makeApexMethod(className, methodName) {
  const call = (params, isWire) => ask('/apex', { class: className, method: methodName, params: params ?? {}, isWire });
  const method = (params) => call(params, false);
  method.adapter = makeSharedAdapter((parameters) => {
    // A parameter that is not known yet is one to wait for; null is a value.
    if (Object.values(parameters).includes(undefined)) return null;
    const sorted = Object.entries(parameters).sort(([one], [other]) => (one < other ? -1 : 1));
    return { key: `apex ${className}.${methodName} ${JSON.stringify(sorted)}`, ask: () => call(parameters, true) };
  });
  return method;
}

/** Asks again for what a wire gave; the wire then gives the new value. */
export function refreshApex(provided) {
  return refreshProvided(unwrap(provided));
}

/** A field of a record that Apex returned. */
export function getSObjectValue(record, field) {
  const path = typeof field === 'string' ? field : field.fieldApiName;
  return path.split('.').reduce((value, name) => value?.[name], record);
}
