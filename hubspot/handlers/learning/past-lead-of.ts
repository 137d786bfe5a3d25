import { askLists, type LookupLists } from '../../../core/src/author/run/ask-lists.ts';
import { emptyCrm, factsAsOf } from '../../../core/src/author/learn/table/facts-as-of.ts';
import type { PastLead } from '../../../core/src/author/learn/table/past-lead.ts';
import { valueAsOf } from '../../../core/src/author/learn/table/value-as-of.ts';
import type { PreparedPolicy } from '../../../core/src/decide/model/prepared-policy.ts';
import { readEmail } from '../../../core/src/decide/normalize/read-email.ts';
import type { CrmRecord } from '../crm/crm.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import { listsOf } from '../subjects/mail-lists.ts';
import { readAmount, readStoredInstant } from '../subjects/read-value.ts';
import {
  companyProperty,
  companySources,
  contactSources,
  numberFields,
  sourcesOf,
  textFields,
} from '../subjects/source-table.ts';
import { submissionOf } from '../subjects/submission-of.ts';
import { touchProperties } from './asked-of-history.ts';
import { closingOf, type Closing } from './closing-of.ts';
import { lastChangeOf, pastOf, recordAsOf, settlingMillis } from './past-record.ts';
import { pastActivities } from './past-activities.ts';

/** What reads past leads of a portal. */
export type PastGiven = {
  readonly settings: PortalSettings;
  readonly lists: LookupLists;
  readonly prepared: PreparedPolicy;
  /** A name of the person that leads nobody back to the address. */
  readonly personKeyOf: (address: string) => string;
};

/** What a past lead is made of. */
export type PastSource = {
  readonly contact: CrmRecord;
  /** The company that the contact had when it came in; null where it had none. */
  readonly company: CrmRecord | null;
  readonly deals: readonly CrmRecord[];
};

/** A contact as it was when it came in, and what became of it. */
export function pastLeadOf(
  { contact, company, deals }: PastSource,
  given: PastGiven,
): { readonly lead: PastLead; readonly from: Closing['from'] } {
  const { settings } = given;
  const moment = momentOf(contact);
  const submission = {
    ...submissionOf({
      waiting: { contactId: contact.id, arrival: 1, waitingSince: contact.createdAt, handedBackKeys: [] },
      contact: recordAsOf(contact, contactSources(settings), moment),
      // A company that was made later says nothing of the arrival.
      company:
        company === null || company.createdAt > moment ? null : recordAsOf(company, companySources(settings), moment),
      settings,
    }),
    // They are kept beside the facts, each with its own time.
    activities: [],
  };
  const email = readEmail(submission.email);
  const answers = askLists(listsOf(given.lists, settings), email?.domain ?? null);
  const { from, ...closing } = closingOf(contact, deals, settings);
  return {
    from,
    lead: {
      leadKey: contact.id,
      arrivedAt: contact.createdAt,
      facts: factsAsOf(submission, emptyCrm(), answers, given.prepared),
      personKey: email === null ? null : given.personKeyOf(email.matchKey),
      ...closing,
      firstTouchAt: firstTouchOf(contact),
      nativeScore: nativeScoreOf(contact, settings, moment),
      changes: changesOf(contact, company, settings, moment),
      activities: pastActivities(contact, settings, moment),
    },
  };
}

/** Up to here what is known of a contact counts as known when it came in. */
export function momentOf(contact: CrmRecord): number {
  return contact.createdAt + settlingMillis;
}

/** The main company as of then. Where HubSpot kept no history of it, the present one. */
export function companyIdAsOf(contact: CrmRecord): string | null {
  const past = pastOf(contact, 'associatedcompanyid');
  return past.kind === 'present' ? past.value : valueAsOf(past, momentOf(contact));
}

function firstTouchOf(contact: CrmRecord): number | null {
  const instants = touchProperties
    .flatMap((property) => [
      contact.properties[property] ?? '',
      ...(contact.history[property] ?? []).map(({ value }) => value),
    ])
    .flatMap((value) => {
      const reading = readStoredInstant(value);
      return reading.kind === 'read' && reading.value >= contact.createdAt ? [reading.value] : [];
    });
  return instants.length === 0 ? null : Math.min(...instants);
}

function nativeScoreOf(contact: CrmRecord, settings: PortalSettings, moment: number): number | null {
  const stored = settings.nativeScore === null ? null : valueAsOf(pastOf(contact, settings.nativeScore), moment);
  const reading = stored === null ? null : readAmount(stored);
  return reading?.kind === 'read' ? reading.value : null;
}

/** Which fields were given other values later, by the facts that are made of them. */
function changesOf(
  contact: CrmRecord,
  company: CrmRecord | null,
  settings: PortalSettings,
  moment: number,
): PastLead['changes'] {
  const changes: { fieldKey: string; changedAt: number }[] = [];
  const note = (fieldKeys: readonly string[], record: CrmRecord | null, properties: readonly string[]): void => {
    const changedAt = record === null ? null : lastChangeOf(record, properties, moment);
    if (changedAt !== null) {
      changes.push(...fieldKeys.map((fieldKey) => ({ fieldKey, changedAt })));
    }
  };
  for (const field of [...textFields, ...numberFields, 'channel'] as const) {
    const paths = sourcesOf(field, settings);
    const facts = factsFrom[field] ?? [field];
    note(
      facts,
      contact,
      paths.filter((path) => companyProperty(path) === null),
    );
    note(
      facts,
      company,
      paths.flatMap((path) => companyProperty(path) ?? []),
    );
  }
  for (const [fieldKey, property] of Object.entries(settings.extras)) {
    note([fieldKey], contact, [property]);
  }
  return latestOfEach(changes);
}

/** Where facts have other names than what they are read from. */
const factsFrom: { readonly [field: string]: readonly string[] } = {
  email: ['emailKind'],
  jobTitle: ['seniority', 'jobFunction'],
  phone: ['hasPhone'],
  website: ['hasWebsite'],
  message: ['messageWords', 'buyingHints', 'authorityHints', 'inquiryType'],
  firstName: [],
  lastName: [],
  company: [],
  postcode: [],
  subject: [],
};

function latestOfEach(changes: readonly { fieldKey: string; changedAt: number }[]): PastLead['changes'] {
  const latest = new Map<string, number>();
  for (const { fieldKey, changedAt } of changes) {
    latest.set(fieldKey, Math.max(changedAt, latest.get(fieldKey) ?? changedAt));
  }
  return [...latest].map(([fieldKey, changedAt]) => ({ fieldKey, changedAt }));
}
