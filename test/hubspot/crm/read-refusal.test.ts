import { describe, expect, test } from '@jest/globals';
import { readRefusal } from '../../../hubspot/handlers/crm/calls/read-refusal.ts';

const empty = { category: '', subCategory: '', policyName: '', correlationId: null, particulars: [] };

describe('Reading a refusal', () => {
  test('takes the codes and the names of properties', () => {
    const refusal = readRefusal({
      status: 'error',
      message: 'discount was not a valid number',
      errors: [{ message: 'ann@example.com is bad', code: 'INVALID_INTEGER', context: { propertyName: ['discount'] } }],
      category: 'VALIDATION_ERROR',
      correlationId: 'a43683b0-5717-4ceb-80b4-104d02915d8c',
    });
    expect(refusal).toEqual({
      ...empty,
      category: 'VALIDATION_ERROR',
      correlationId: 'a43683b0-5717-4ceb-80b4-104d02915d8c',
      particulars: ['discount INVALID_INTEGER'],
    });
  });

  test('takes them from the list inside the message, where HubSpot often hides them', () => {
    const hidden = [{ isValid: false, message: '"Ann Bell" is no option', error: 'INVALID_OPTION', name: 'sbx_band' }];
    const refusal = readRefusal(
      JSON.stringify({ message: `Property values were not valid: ${JSON.stringify(hidden)}` }),
    );
    expect(refusal.particulars).toEqual(['sbx_band INVALID_OPTION']);
  });

  test.each([
    { message: 'Contact already exists. Existing ID: 512', context: { email: ['ann@example.com'] } },
    { errors: [{ code: 'ann@example.com', context: { propertyName: ['Ann Bell'] } }] },
    { category: 'Ann Bell', message: 'Values: [{"name":"ann@example.com","error":"Ann Bell"}]' },
  ])('repeats nothing that may be a person’s (%#)', (answer) => {
    expect(readRefusal(answer)).toEqual(empty);
  });

  test.each(['', '<html>', 'null', '[]', '{"errors":5,"context":"x","message":7}', '{"message":"[{"}'])(
    'makes do with %j',
    (answer) => {
      expect(readRefusal(answer)).toEqual(empty);
    },
  );
});
