import type { FrameContext, FrameLocation } from '../ports/ui-frame.ts';

/** The usual user, portal and app. */
export const usualContext: FrameContext = {
  user: {
    id: 7001,
    emails: ['rosa.lind@example.com'],
    email: 'rosa.lind@example.com',
    firstName: 'Rosa',
    lastName: 'Lind',
    roles: [],
    teams: [{ id: 1, name: 'Sales', teammates: [7001, 7002] }],
    locale: 'en-gb',
    language: 'en',
    permissions: [],
  },
  portal: { id: 4242, timezone: 'Europe/Madrid' },
  extension: { appId: 31, appName: 'Extension', cardTitle: 'Extension' },
  variables: {},
};

/** A context as a portal would give it at a location, with what is given in place of the usual. */
export function contextAt(location: FrameLocation, given: FrameContext = {}): FrameContext {
  return { ...usualContext, ...recordAt(location), ...given };
}

function recordAt(location: FrameLocation): FrameContext {
  switch (location) {
    case 'crm.record.tab':
    case 'crm.record.sidebar':
    case 'crm.preview':
    case 'helpdesk.sidebar':
      return { crm: { objectId: 501, objectTypeId: '0-1' } };
    case 'crm.bulkActions':
      return { crm: { objectIds: [501, 502, 503], objectTypeId: '0-1' } };
    case 'settings':
    case 'home':
    case 'pages':
      return {};
  }
}
