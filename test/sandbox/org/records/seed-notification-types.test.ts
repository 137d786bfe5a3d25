import { expect, test } from '@jest/globals';
import { InMemoryOrg } from '../../../../sandbox/salesforce/org/in-memory-org.ts';

const typeFile = (inner: string): [string, string] => [
  'notificationtypes/Bell.notiftype-meta.xml',
  `<?xml version="1.0" encoding="UTF-8"?><CustomNotificationType xmlns="x">${inner}</CustomNotificationType>`,
];

test('the notification types of a package are there to be found by name', () => {
  const whole =
    '<customNotifTypeName>Bell</customNotifTypeName><desktop>true</desktop><masterLabel>The bell</masterLabel>';
  const org = new InMemoryOrg({ files: new Map([typeFile(`${whole}<mobile>false</mobile>`)]) });
  const [type] = org.store.recordsOf('CustomNotificationType');
  expect(Object.fromEntries(type?.fields ?? [])).toMatchObject({
    developername: 'Bell',
    masterlabel: 'The bell',
    desktop: true,
    mobile: false,
  });
});

test('a notification type with an element that nobody reads is refused', () => {
  expect(() => new InMemoryOrg({ files: new Map([typeFile('<ringTone>loud</ringTone>')]) })).toThrow('ringTone');
});
