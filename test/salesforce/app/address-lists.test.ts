import { describe, expect, it } from '@jest/globals';
import { changeError } from '../../../sandbox/salesforce/org/change/change-result.ts';
import type { ObjectSchema } from '../../../sandbox/salesforce/org/schema/object-schema.ts';
import { apexFolders, deployApp } from './app-program.ts';

type Fields = ReadonlyMap<string, unknown>;

/** An org with state and country picklists that list no place: a country is refused first, then a state without a country. */
function refusePlaces(object: ObjectSchema, fields: Fields) {
  const places = object.name === 'Contact' ? ['MailingCountry', 'MailingState'] : ['Country', 'State'];
  const found = places.find((each) => typeof fields.get(each.toLowerCase()) === 'string');
  return found === undefined
    ? null
    : changeError('FIELD_INTEGRITY_EXCEPTION', `There's a problem with this place: ${found}`, [found]);
}

describe('in an org with state and country picklists', () => {
  // The hook stands where the platform's own checks do: before a record is stored, after its triggers.
  const { org, program } = deployApp(apexFolders(), { hooks: { findDuplicate: refusePlaces } });

  it('a submission with a place that stands on no list becomes a lead with that place as words', () => {
    const transaction = program.begin({ isTest: true });
    transaction.call('SbxIntakeLeadsTest', 'insertData', []);
    transaction.call('SbxIntakeLeadsTest', 'aPlaceThatTheOrgRefusesIsKeptAsWordsAndCostsNoSubmission', []);
    const [lead] = [...org.store.recordsOf('Lead')].filter((each) => each.fields.get('lastname') === 'Hall');
    expect(lead?.fields.get('country') ?? null).toBeNull();
    expect(lead?.fields.get('description')).toBe('Also sent:\nodd: 1\ncountry: Atlantis\nregion: Deep');
  });

  it('a known contact comes in again without that place', () => {
    const transaction = program.begin({ isTest: true });
    transaction.call('SbxIntakeLeadsTest', 'aKnownContactComesInAgainWithoutThePlaceThatTheOrgRefuses', []);
    const [contact] = [...org.store.recordsOf('Contact')].filter((each) => each.fields.get('lastname') === 'Hall');
    expect(contact?.fields.get('mailingstate') ?? null).toBeNull();
    expect(contact?.fields.get('description')).toBe('Also sent:\nregion: Deep');
  });
});
