import { describe, expect, test } from '@jest/globals';
import { findPerson } from '../../../hubspot/handlers/access/find-person.ts';

const people = [
  { repKey: 'nobody-yet', ownerEmail: null },
  { repKey: 'emptied', ownerEmail: ' ' },
  { repKey: 'ana', ownerEmail: 'Ana@signalbox.example' },
];

describe('Whoever acts in a portal', () => {
  test('is the person whose user has their address, however it is written', () => {
    expect(findPerson(people, ' ana@Signalbox.example ')?.repKey).toBe('ana');
    expect(findPerson(people, 'eve@signalbox.example')).toBeNull();
  });

  test.each([[null], [''], [' ']])('is none of those without a user when they have no address: %j', (email) => {
    expect(findPerson(people, email)).toBeNull();
  });
});
