import type { Problem } from '../../../core/src/decide/model/problem.ts';
import type { Activity } from '../../../core/src/decide/model/submission.ts';
import type { CrmRecord } from '../crm/crm.ts';
import type { PortalSettings } from '../portal/portal-settings.ts';
import { submitted } from '../portal/property-names.ts';
import { readAmount, readStoredInstant } from './read-value.ts';

const mostOccurrences = 1000;
const mostLines = 500;
const longestLine = 200;

/**
 * What the person did, the latest first: what HubSpot counts itself, and the lines that a form or another system has written.
 * A line that cannot be read is left out and listed once.
 */
export function readActivities(contact: CrmRecord, settings: PortalSettings, problems: Problem[]): Activity[] {
  const activities = [...countedActivities(contact, settings, problems), ...writtenActivities(contact, problems)];
  return activities.sort(
    (one, other) =>
      other.occurredAt - one.occurredAt ||
      compareKeys(one.signalKey, other.signalKey) ||
      other.occurrences - one.occurrences,
  );
}

function countedActivities(contact: CrmRecord, settings: PortalSettings, problems: Problem[]): Activity[] {
  const activities: Activity[] = [];
  for (const { signalKey, at, count } of settings.activities) {
    const happened = contact.properties[at] ?? '';
    const times = count === null ? '' : (contact.properties[count] ?? '');
    if (happened.trim() === '' || times.trim() === '0') {
      continue;
    }
    const activity = activityOf(signalKey, happened, times);
    if (activity === null) {
      problems.push({ code: 'EDG006', about: 'activities', found: 'no instant or no count; left out' });
    } else {
      activities.push(activity);
    }
  }
  return activities;
}

/** "caseStudyView 2026-11-20T09:00:00Z 2", a line for each. */
function writtenActivities(contact: CrmRecord, problems: Problem[]): Activity[] {
  const lines = (contact.properties[submitted.activities] ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const activities: Activity[] = [];
  for (const line of lines.slice(-mostLines)) {
    const activity = readLine(line);
    if (activity !== null) {
      activities.push(activity);
    }
  }
  if (activities.length < lines.length) {
    problems.push({ code: 'EDG006', about: submitted.activities, found: 'lines that are no activity; left out' });
  }
  return activities;
}

function readLine(line: string): Activity | null {
  if (line.length > longestLine) {
    return null;
  }
  const [signalKey, happened, times, ...more] = line.split(/\s+/);
  return signalKey === undefined || happened === undefined || more.length > 0
    ? null
    : activityOf(signalKey, happened, times ?? '');
}

function activityOf(signalKey: string, happened: string, times: string): Activity | null {
  const occurredAt = readStoredInstant(happened);
  const occurrences = times.trim() === '' ? ({ kind: 'read', value: 1 } as const) : readAmount(times);
  if (occurredAt.kind !== 'read' || occurrences.kind !== 'read' || occurrences.value < 1) {
    return null;
  }
  return { signalKey, occurredAt: occurredAt.value, occurrences: Math.min(occurrences.value, mostOccurrences) };
}

function compareKeys(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
