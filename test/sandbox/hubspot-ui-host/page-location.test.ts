import { expect, test } from '@jest/globals';
import {
  locationOf,
  readLocation,
  writeLocation,
} from '../../../sandbox/hubspot/ui-host/browser/page/page-location.ts';

test('parameters that a path names go into it, the others into its query', () => {
  expect(locationOf('/rules/:rule/edit', { rule: 'a/b c', tab: 'why' })).toEqual({
    path: '/rules/a%2Fb%20c/edit',
    params: { tab: 'why' },
  });
});

test('a name without a value stays, and a query of the address is kept', () => {
  expect(locationOf('rules/:rule?tab=why')).toEqual({ path: '/rules/:rule', params: { tab: 'why' } });
});

test('what is written is read again', () => {
  const page = locationOf('/rules/:rule', { rule: 'ä&b', q: 'x=y&z' });
  expect(readLocation(writeLocation(page))).toEqual(page);
  expect(readLocation('rules')).toEqual({ path: '/rules', params: {} });
});
