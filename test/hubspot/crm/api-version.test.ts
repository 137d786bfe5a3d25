import { describe, expect, test } from '@jest/globals';
import { findEndpoint } from '../../../hubspot/handlers/crm/api-version.ts';

describe('The version of the API', () => {
  test('stands in every path', () => {
    const { path } = findEndpoint('POST', '/crm/v3/objects/contacts/batch/read');
    expect(path).toBe('/crm/objects/2026-09/contacts/batch/read');
    expect(findEndpoint('GET', '/crm/v3/owners/').path).toBe('/crm/owners/2026-09');
    expect(findEndpoint('POST', '/automation/v4/actions/callbacks/ab-1/complete').path).toBe(
      '/automation/actions/callbacks/2026-09/ab-1/complete',
    );
  });

  test('is unknown for a path that nobody put into the table', () => {
    expect(() => findEndpoint('GET', '/crm/v3/lists')).toThrow('Add it to the table');
  });
});
