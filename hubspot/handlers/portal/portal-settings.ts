import * as z from 'zod';

const propertyName = z.string().regex(/^[a-z][a-z0-9_]{0,99}$/, 'must be the internal name of a property');
const domain = z.string().min(3).max(253);

/** Everything about a portal that is not policy: what HubSpot calls things, and who is told. It lives in the portal. */
export const portalSettingsSchema = z.strictObject({
  /** Where an owner is written: on the contact, on its open lead, or on both. */
  ownerOn: z.enum(['contact', 'lead', 'both']).default('contact'),
  /** Whether a lead record is made for those who go to sales, where the portal has leads. */
  isLeadCreated: z.boolean().default(true),
  /** Where fields of a submission are read from, instead of the usual properties; `company.` before those of the company. */
  sources: z.record(z.string(), z.array(z.string().regex(/^(company\.)?[a-z][a-z0-9_]*$/)).min(1)).default({}),
  /** Fields that the policy defines itself, by their key. */
  extras: z.record(z.string(), propertyName).default({}),
  /** Activities that HubSpot counts itself: when it last happened, and how often. */
  activities: z
    .array(z.strictObject({ signalKey: z.string(), at: propertyName, count: propertyName.nullable() }))
    .default([
      { signalKey: 'emailOpened', at: 'hs_email_last_open_date', count: 'hs_email_open' },
      { signalKey: 'emailClicked', at: 'hs_email_last_click_date', count: 'hs_email_click' },
    ]),
  employeeDomains: z.array(domain).default([]),
  competitorDomains: z.array(domain).default([]),
  /** Companies and contacts in these stages are customers. */
  customerStages: z.array(z.string()).default(['customer', 'evangelist']),
  /** Lead statuses in which a contact is out, which training counts as lost. */
  disqualifiedStatuses: z.array(z.string()).default(['UNQUALIFIED']),
  /** The property of a score of HubSpot's own, beside which training shows its own; null for none. */
  nativeScore: propertyName.nullable().default(null),
  /** What the draft's points were learned from last, when and by whom. Written by Signalbox and by nobody else. */
  learned: z.string().nullable().default(null),
  /** The key of the person who is told when Signalbox itself needs help. */
  alertKey: z.string().nullable().default(null),
  /** Who may read, edit and publish the rules, signed: written in the settings of the app and nowhere else. */
  access: z.string().nullable().default(null),
});

export type PortalSettings = z.infer<typeof portalSettingsSchema>;

const minuteOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be a time such as 09:00');

/** Somebody whom the policy can name: a user of the portal, or only a name that holds leads nobody works (`nurture-queue`). */
export const personSchema = z.strictObject({
  repKey: z.string().min(1).max(60),
  displayName: z.string().min(1).max(80),
  /** The e-mail address of their user; null for a name without a user, whose leads have no owner in HubSpot. */
  ownerEmail: z.string().nullable().default(null),
  skills: z.array(z.string()).default([]),
  languages: z.array(z.string()).default([]),
});

export type Person = z.infer<typeof personSchema>;

/** Business hours that pools and promises name. HubSpot has none that an app can read. */
export const businessCalendarSchema = z.strictObject({
  calendarKey: z.string().min(1).max(60),
  timeZone: z.string(),
  /** 1 is Monday. */
  days: z.array(z.int().min(1).max(7)),
  from: minuteOfDay,
  until: minuteOfDay,
  holidays: z.array(z.iso.date()).default([]),
});

export type BusinessCalendar = z.infer<typeof businessCalendarSchema>;

/** What ops keep beside the policy, and as the policy in the portal. */
export type PortalConfiguration = {
  readonly settings: PortalSettings;
  readonly people: readonly Person[];
  readonly calendars: readonly BusinessCalendar[];
};
