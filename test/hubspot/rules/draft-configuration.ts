import {
  portalSettingsSchema,
  type PortalConfiguration,
  type PortalSettings,
} from '../../../hubspot/handlers/portal/portal-settings.ts';

/** Nothing but defaults. */
export const plainConfiguration: PortalConfiguration = {
  settings: portalSettingsSchema.parse({}),
  people: [],
  calendars: [],
};

const fullSettings: PortalSettings = {
  ownerOn: 'both',
  isLeadCreated: false,
  sources: { company: ['company.name', 'company'], message: ['message'] },
  extras: { depots: 'number_of_depots' },
  activities: [{ signalKey: 'emailOpened', at: 'hs_email_last_open_date', count: null }],
  employeeDomains: ['example.com', 'example.org'],
  competitorDomains: [],
  customerStages: ['customer', 'a stage; with a semicolon', ' '],
  alertKey: 'mara',
  disqualifiedStatuses: ['UNQUALIFIED', 'a status; with a semicolon'],
  nativeScore: 'hubspotscore',
  learned: 'Learned from 812 contacts',
  access: 'v1.signed.text',
};

/** Everything set to something else than the default, and texts that a portal would spoil. */
export const fullConfiguration: PortalConfiguration = {
  settings: fullSettings,
  people: [
    {
      repKey: 'ana',
      displayName: ' Ana "Anna" Álvarez',
      ownerEmail: 'ana@example.com',
      skills: ['field; service', 'DACH'],
      languages: ['de', 'en'],
    },
    { repKey: 'nurture-queue', displayName: 'Nurture queue', ownerEmail: null, skills: [], languages: [] },
  ],
  calendars: [
    {
      calendarKey: 'business',
      timeZone: 'Europe/Berlin',
      days: [1, 2, 3, 4, 5],
      from: '09:00',
      until: '24:00',
      holidays: ['2026-12-25', '2026-12-26'],
    },
  ],
};
