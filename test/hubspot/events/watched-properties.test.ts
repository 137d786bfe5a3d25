import { expect, test } from '@jest/globals';
import { watchedProperties } from '../../../hubspot/handlers/events/watched-properties.ts';
import { portalSettingsSchema } from '../../../hubspot/handlers/portal/portal-settings.ts';
import { companySources, contactSources } from '../../../hubspot/handlers/subjects/source-table.ts';

const settings = portalSettingsSchema.parse({});

/** Read where a contact is decided, and not watched. */
const readWithoutBeingWatched = new Set([
  // Decide nothing.
  'firstname',
  'lastname',
  // Told with the submission, whose date is watched, or fixed once the contact is there.
  'recent_conversion_event_name',
  'hs_object_source',
  'hs_analytics_first_url',
  // Of a later visit.
  'hs_latest_source',
  'hs_latest_source_data_1',
  'hs_analytics_last_url',
  // A newsletter changes them on thousands at once.
  ...settings.activities.flatMap(({ at, count }) => [at, count]),
]);

test('Every property of contacts that a decision is made of is watched, or left out for a reason', () => {
  const neither = contactSources(settings).filter(
    (property) => !watchedProperties.contact.has(property) && !readWithoutBeingWatched.has(property),
  );
  expect(neither).toEqual([]);
});

test('What is left out for a reason is not watched', () => {
  expect([...readWithoutBeingWatched].filter((property) => watchedProperties.contact.has(property ?? ''))).toEqual([]);
});

test('Every property of companies that a decision is made of is watched', () => {
  expect(companySources(settings).filter((property) => !watchedProperties.company.has(property))).toEqual([]);
});
