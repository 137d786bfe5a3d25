import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readActionCall } from '../../../hubspot/handlers/actions/action-call.ts';
import { actionKeys } from '../../../hubspot/handlers/actions/action-definition.ts';
import { callBody, callOf } from './action-calls.ts';

describe('a call of an action', () => {
  test('is read with its contact, portal, workflow and inputs', () => {
    expect(
      callOf('take-next-from-pool', { pool: ' east ', make_owner: true, empty: '', nothing: null, odd: {} }),
    ).toEqual({
      action: 'take-next-from-pool',
      callbackId: 'ap-62515-56777914962-11-0',
      portalId: 62515,
      workflowId: '192814114',
      objectTypeId: '0-1',
      objectId: '614',
      inputs: new Map([
        ['pool', 'east'],
        ['make_owner', 'true'],
      ]),
    });
  });

  test.each([
    ['CONTACT', '0-1'],
    ['contact', '0-1'],
    ['0-1', '0-1'],
    ['LEAD', '0-136'],
    ['0-136', '0-136'],
    ['COMPANY', 'COMPANY'],
  ])('names its object type by name or by id: %s', (objectType, expected) => {
    expect(callOf('score', {}, { objectType: objectType }).objectTypeId).toBe(expected);
  });

  test('may say its inputs in the newer place', () => {
    const body = { ...callBody(), inputFields: undefined, fields: { pool: 'west' } };
    const read = readActionCall('take-next-from-pool', body);
    expect(read.isReadable && read.call.inputs.get('pool')).toBe('west');
  });

  test('without what it needs names it and repeats no value', () => {
    const body = { ...callBody({}, { objectId: 'ana@example.com' }), callbackId: '' };
    expect(readActionCall('score', body)).toEqual({ isReadable: false, keys: ['callbackId', 'object.objectId'] });
    expect(readActionCall('score', 'x')).toEqual({ isReadable: false, keys: ['body'] });
  });

  test('never ends in an exception, whatever it is', () => {
    const anything = fc.oneof(
      fc.anything(),
      fc.dictionary(fc.string(), fc.anything()).map((inputFields) => callBody(inputFields)),
      fc.record({ object: fc.anything(), origin: fc.anything() }).map((odd) => ({ ...callBody(), ...odd })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...actionKeys), anything, (action, body) => {
        const read = readActionCall(action, body);
        expect(read.isReadable ? read.call.callbackId.length : read.keys.length).toBeGreaterThan(0);
      }),
    );
  });
});
