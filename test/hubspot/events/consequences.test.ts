import { describe, expect, test } from '@jest/globals';
import { consequencesOf } from '../../../hubspot/handlers/events/consequences.ts';
import type { Consequence } from '../../../hubspot/handlers/events/portal-event.ts';
import { readEvents } from '../../../hubspot/handlers/events/read-events.ts';
import { watchedProperties } from '../../../hubspot/handlers/events/watched-properties.ts';
import { decided, submitted } from '../../../hubspot/handlers/portal/property-names.ts';
import { associationChange, payload, propertyChange, type Payload } from './webhook-payloads.ts';

const appId = 54;
const given = { appId: appId, watched: watchedProperties, ruleTypeIds: new Set(['2-100']) };
const at = 1_700_000_000_000;
const contactId = '1246965';

function followOf(item: Payload): Consequence[] {
  return readEvents([item]).events.flatMap((event) => consequencesOf(event, given));
}

const ownWrite = { kind: 'ignored', reason: 'ownWrite' };
const notWatched = { kind: 'ignored', reason: 'notWatched' };
const byUs = { changeSource: 'INTEGRATION', sourceId: String(appId) };

describe('what an event asks for', () => {
  const cases: [string, Payload, unknown][] = [
    [
      'a new contact is decided',
      payload('object.creation', { objectTypeId: '0-1' }),
      { kind: 'route', contactId, reason: 'created', at },
    ],
    [
      'a contact that we made is decided all the same',
      payload('contact.creation', byUs),
      { kind: 'route', contactId, reason: 'created', at },
    ],
    [
      'a form that is filled again is a new arrival',
      propertyChange('recent_conversion_date', { changeSource: 'FORM' }),
      { kind: 'route', contactId, reason: 'submitted', at },
    ],
    [
      'so is one more conversion',
      propertyChange('num_conversion_events'),
      { kind: 'route', contactId, reason: 'submitted', at },
    ],
    [
      'a value that the policy can read is the same arrival',
      propertyChange('country'),
      { kind: 'route', contactId, reason: 'changed', at },
    ],
    [
      'so is one that a form fills for us',
      propertyChange(submitted.timeline),
      { kind: 'route', contactId, reason: 'changed', at },
    ],
    [
      'another program of another app may change it, too',
      propertyChange('country', { changeSource: 'INTEGRATION', sourceId: '99' }),
      { kind: 'route', contactId, reason: 'changed', at },
    ],
    [
      'a user with the number of our app is not our app',
      propertyChange('country', { changeSource: 'CRM_UI', sourceId: String(appId) }),
      { kind: 'route', contactId, reason: 'changed', at },
    ],
    ['what we write is not answered', propertyChange('country', byUs), ownWrite],
    ['nor by the API', propertyChange('country', { ...byUs, changeSource: 'API' }), ownWrite],
    ['only we write our own properties', propertyChange(decided.band, { changeSource: 'CRM_UI' }), ownWrite],
    [
      'an owner whom somebody chose is looked at and not routed',
      propertyChange('hubspot_owner_id'),
      { kind: 'ownerChanged', contactId, at },
    ],
    [
      'an owner whom a workflow set, too',
      propertyChange('hubspot_owner_id', { changeSource: 'AUTOMATION_PLATFORM', sourceId: 'contact-flow-3' }),
      { kind: 'ownerChanged', contactId, at },
    ],
    ['an owner whom we set is ours', propertyChange('hubspot_owner_id', byUs), ownWrite],
    [
      'a call that was logged is a touch',
      propertyChange('notes_last_contacted', { changeSource: 'CALCULATED' }),
      { kind: 'touched', contactId, at },
    ],
    ['a status that a person changed is a touch', propertyChange('hs_lead_status'), { kind: 'touched', contactId, at }],
    [
      'a status that a workflow changed is none',
      propertyChange('hs_lead_status', { changeSource: 'AUTOMATION_PLATFORM', sourceId: 'contact-flow-3' }),
      notWatched,
    ],
    [
      'a status that nobody is known to have changed is none',
      propertyChange('hs_lead_status', { changeSource: null, sourceId: null }),
      notWatched,
    ],
    ['a value that nobody reads is counted', propertyChange('favourite_colour'), notWatched],
    ['a name that every object has is no property', propertyChange('constructor'), notWatched],
    ['a deleted contact', payload('contact.deletion'), { kind: 'deleted', contactId, at }],
    ['a person who is forgotten by law', payload('contact.privacyDeletion'), { kind: 'erased', contactId, at }],
    [
      'a forgotten person is erased also where we asked for it',
      payload('contact.privacyDeletion', byUs),
      { kind: 'erased', contactId, at },
    ],
    ['a contact that is back', payload('contact.restore'), { kind: 'restored', contactId, at }],
    [
      'a merge',
      payload('contact.merge', { primaryObjectId: 1, mergedObjectIds: [2], newObjectId: 3 }),
      { kind: 'merged', fromIds: ['2', '1'], toId: '3' },
    ],
    [
      'a company that changed',
      propertyChange('numberofemployees', { objectTypeId: '0-2' }),
      { kind: 'companyChanged', companyId: contactId, at },
    ],
    ['a company that we changed', propertyChange('numberofemployees', { objectTypeId: '0-2', ...byUs }), ownWrite],
    ['a company of which nothing was read', propertyChange('about_us', { objectTypeId: '0-2' }), notWatched],
    ['a new company', payload('company.creation'), notWatched],
    ['a contact that got a company', associationChange(), { kind: 'route', contactId: '11', reason: 'changed', at }],
    [
      'a contact that lost one, told from the other end',
      associationChange({
        fromObjectTypeId: '0-2',
        fromObjectId: 5,
        toObjectTypeId: '0-1',
        toObjectId: 6,
        associationRemoved: true,
      }),
      { kind: 'route', contactId: '6', reason: 'changed', at },
    ],
    ['a contact with a deal', associationChange({ toObjectTypeId: '0-3' }), notWatched],
    ['an association with no other end', associationChange({ toObjectId: null }), notWatched],
    ['an association of ours', associationChange(byUs), ownWrite],
    [
      'a rule that was edited',
      propertyChange('position', { objectTypeId: '2-100' }),
      { kind: 'rulesChanged', objectTypeId: '2-100' },
    ],
    [
      'a new rule',
      payload('object.creation', { objectTypeId: '2-100' }),
      { kind: 'rulesChanged', objectTypeId: '2-100' },
    ],
    ['a note of ours on a rule', propertyChange('problem', { objectTypeId: '2-100', ...byUs }), ownWrite],
    ['a record of another custom object', payload('object.creation', { objectTypeId: '2-101' }), notWatched],
    ['a lead record', propertyChange('hubspot_owner_id', { objectTypeId: '0-136' }), notWatched],
    ['a conversation', payload('conversation.creation'), { kind: 'ignored', reason: 'unknown' }],
  ];

  test.each(cases)('%s', (_, item, expected) => {
    expect(followOf(item)).toEqual([expected]);
  });

  test('no property that we write is watched for anything else', () => {
    const watched = [...watchedProperties.contact.keys()];
    expect(watched.filter((property) => Object.values<string>(decided).includes(property))).toEqual([]);
  });

  test('every property that forms fill for us is watched', () => {
    for (const property of Object.values(submitted)) {
      expect(watchedProperties.contact.get(property)).toBe('changed');
    }
  });
});
