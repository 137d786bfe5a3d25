import type { Problem } from '../../../core/src/decide/model/problem.ts';
import type { Channel, ExtraValue, Submission } from '../../../core/src/decide/model/submission.ts';
import type { CrmRecord } from '../crm/crm.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import { readActivities } from './read-activities.ts';
import { channelOf, readChannel } from './read-channel.ts';
import { readAmount, readAnswer } from './read-value.ts';
import { companyProperty, sourcesOf, textFields, type SubmissionField } from './source-table.ts';
import type { WaitingSubject } from './subject.ts';

/** What a submission is read from. */
export type SubmissionSource = {
  readonly waiting: WaitingSubject;
  readonly contact: CrmRecord;
  /** The contact's main company; null where it has none. */
  readonly company: CrmRecord | null;
  readonly settings: PortalSettings;
};

/**
 * Reads what a contact says into the engine's own form. Texts are as typed, however long or strange: the engine takes them in
 * and lists what it had to cut. What can't be read as a number or an answer is "not known" and a listed problem; nothing throws.
 */
export function submissionOf(source: SubmissionSource): Submission {
  const problems: Problem[] = [];
  const submission: Submission = {
    submissionKey: `${source.waiting.contactId}/${source.waiting.arrival}`,
    channel: channelOfSubmission(source, problems),
    receivedAt: source.waiting.waitingSince,
    ...textsOf(source),
    employees: amountOf('employees', source, problems),
    annualRevenue: amountOf('annualRevenue', source, problems),
    teamSize: amountOf('teamSize', source, problems),
    expectedValue: amountOf('expectedValue', source, problems),
    optedOut: answerOf('optedOut', source, problems),
    extras: extrasOf(source),
    activities: readActivities(source.contact, source.settings, problems),
    problems,
  };
  return submission;
}

type Texts = Pick<Submission, (typeof textFields)[number]>;

function textsOf(source: SubmissionSource): Texts {
  return Object.fromEntries(textFields.map((field) => [field, firstFilled(field, source)])) as Texts;
}

/** The first of a field's sources that says something, as it stands there; null where none does. */
export function firstFilled(
  field: SubmissionField,
  source: Pick<SubmissionSource, 'contact' | 'company' | 'settings'>,
): string | null {
  for (const path of sourcesOf(field, source.settings)) {
    const ofCompany = companyProperty(path);
    const value = ofCompany === null ? source.contact.properties[path] : source.company?.properties[ofCompany];
    if (value !== undefined && value !== null && value.trim() !== '') {
      return value;
    }
  }
  return null;
}

function amountOf(field: SubmissionField, source: SubmissionSource, problems: Problem[]): number | null {
  const stored = firstFilled(field, source);
  if (stored === null) {
    return null;
  }
  const reading = readAmount(stored);
  if (reading.kind === 'unreadable') {
    problems.push({ code: 'INT003', about: field, found: 'no number that counts something; taken as not known' });
  }
  return reading.kind === 'read' ? reading.value : null;
}

function answerOf(field: SubmissionField, source: SubmissionSource, problems: Problem[]): boolean | null {
  const stored = firstFilled(field, source);
  if (stored === null) {
    return null;
  }
  const reading = readAnswer(stored);
  if (reading.kind === 'unreadable') {
    problems.push({ code: 'EDG004', about: field, found: 'neither yes nor no; taken as not known' });
  }
  return reading.kind === 'read' ? reading.value : null;
}

/** What a form says of its own door goes before what HubSpot knows. */
function channelOfSubmission(source: SubmissionSource, problems: Problem[]): Channel {
  const stored = firstFilled('channel', source);
  const said = stored === null ? null : readChannel(stored);
  if (stored !== null && said === null) {
    problems.push({ code: 'EDG002', about: 'channel', found: 'a channel that does not exist; HubSpot’s own counts' });
  }
  return said ?? channelOf(source.contact);
}

/** HubSpot's values are texts; which of them are numbers the policy knows, so it gets both. */
function extrasOf(source: SubmissionSource): ExtraValue[] {
  const extras: ExtraValue[] = [];
  const inOrder = Object.entries(source.settings.extras).sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [fieldKey, property] of inOrder) {
    const value = source.contact.properties[property] ?? '';
    if (value.trim() !== '') {
      const reading = readAmount(value);
      extras.push({ fieldKey, text: value, whole: reading.kind === 'read' ? reading.value : null });
    }
  }
  return extras;
}
