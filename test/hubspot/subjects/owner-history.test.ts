import { expect, test } from '@jest/globals';
import type { PropertyVersion } from '../../../hubspot/handlers/crm/crm.ts';
import { setterOf } from '../../../hubspot/handlers/subjects/present-owner.ts';

function version(value: string, sourceType: string, sourceId: string | null = null): PropertyVersion {
  return { value, changedAt: 0, sourceType, sourceId, updatedByUserId: null };
}

test('A person’s choice that a workflow repeats stays the person’s', () => {
  const history = [version('11', 'AUTOMATION_PLATFORM'), version('11', 'CRM_UI', 'userId:5')];
  expect(setterOf('11', history, 77)).toBe('person');
});

test('What nobody knows and our app repeats stays unknown', () => {
  expect(setterOf('11', [version('11', 'INTEGRATION', '77'), version('11', 'IMPORT')], 77)).toBe('unknown');
});

test('A person who chose somebody else before does not count', () => {
  const history = [version('11', 'INTEGRATION', '77'), version('12', 'CRM_UI', 'userId:5')];
  expect(setterOf('11', history, 77)).toBe('automation');
});

test('A history that does not begin with the present owner says nothing', () => {
  expect(setterOf('11', [version('12', 'CRM_UI', 'userId:5'), version('11', 'AUTOMATION_PLATFORM')], 77)).toBe(
    'unknown',
  );
  expect(setterOf('11', [], 77)).toBe('unknown');
});
