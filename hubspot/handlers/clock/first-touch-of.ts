import type { CrmRecord, PropertyVersion } from '../crm/crm.ts';
import { isByPerson } from '../effects/changed-by.ts';
import { readInstant } from '../effects/read-instant.ts';
import { setterOf } from '../subjects/present-owner.ts';
import type { RunningClock } from './running-clock.ts';

/**
 * What has to be read to notice a touch, with its history. HubSpot writes the first two itself, when a call, mail, meeting or
 * message of ours is logged. `hs_sales_email_last_replied` and `hs_last_sales_activity_timestamp` are none of them: both tell what
 * the lead did, who may answer an older mail or open the page again while nobody has answered.
 */
export const touchProperties = {
  contacts: ['notes_last_contacted', 'hs_first_outreach_date', 'hs_lead_status'],
  leads: ['hs_first_outreach_date', 'hs_pipeline_stage'],
  tasks: ['hs_task_status', 'hs_task_completion_date'],
} as const;

/** What may tell of a touch. */
export type TouchSigns = {
  readonly contact: CrmRecord;
  /** Lead records of the contact. */
  readonly leads: readonly CrmRecord[];
  /** Tasks on the contact: ours, and what people made themselves. */
  readonly tasks: readonly CrmRecord[];
  readonly appId: number;
  readonly now: number;
};

const outreach = ['notes_last_contacted', 'hs_first_outreach_date'] as const;

/**
 * The instant of the first touch since a promise began; null where nobody has touched the lead. A touch is what HubSpot counts as
 * having contacted somebody, a status or stage that a person changed, a task that a person completed. Notes and tasks that are
 * only made are none, ours least of all; nor is a meeting that lies ahead, or anything from before the promise.
 */
export function firstTouchOf(signs: TouchSigns, clock: RunningClock): number | null {
  const records = [signs.contact, ...signs.leads];
  const touches = [
    ...records.flatMap((record) => outreach.flatMap((property) => instantsOf(record, property))),
    ...changesByHand(historyOf(signs.contact, 'hs_lead_status'), signs.appId),
    // The stage in which a lead begins is no change of it.
    ...signs.leads.flatMap((lead) => changesByHand(historyOf(lead, 'hs_pipeline_stage').slice(0, -1), signs.appId)),
    ...signs.tasks.flatMap((task) => completionOf(task, signs.appId)),
  ].filter((at) => at >= clock.startedAt && at <= signs.now);
  return touches.length === 0 ? null : Math.min(...touches);
}

/** All values that a property of instants had: the last touch may hide the first one. */
function instantsOf(record: CrmRecord, property: string): number[] {
  const values = [record.properties[property], ...historyOf(record, property).map(({ value }) => value)];
  return values.flatMap((value) => readInstant(value) ?? []);
}

function changesByHand(versions: readonly PropertyVersion[], appId: number): number[] {
  return versions.filter((version) => isByPerson(version, appId)).map(({ changedAt }) => changedAt);
}

/** An open task has the instant of its due date there, so that only its state tells. */
function completionOf(task: CrmRecord, appId: number): number[] {
  if (task.properties['hs_task_status'] !== 'COMPLETED') {
    return [];
  }
  const completions = historyOf(task, 'hs_task_status').filter(({ value }) => value === 'COMPLETED');
  if (completions.length === 0) {
    return [readInstant(task.properties['hs_task_completion_date']) ?? task.updatedAt];
  }
  return completions
    .filter((version) => setterOf(version.value, [version], appId) !== 'automation')
    .map(({ changedAt }) => changedAt);
}

function historyOf(record: CrmRecord, property: string): readonly PropertyVersion[] {
  return record.history[property] ?? [];
}
