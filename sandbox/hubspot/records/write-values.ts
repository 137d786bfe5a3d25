import type { KnownType } from './portal-schema.ts';
import type { PortalRecord } from './portal-record.ts';
import { shelfOf, type PortalState } from './portal-state.ts';
import { writeInstant } from './read-instant.ts';
import type { ChangeSource } from './record-change.ts';
import { lifecycleRank } from './standard/stages.ts';
import { pipelineProperties } from './standard/pipelines.ts';

/** HubSpot keeps so many versions of a property. */
const keptVersions = 20;
const keptVersionsOfContacts = 45;

/** What the portal itself works out. */
export const calculation: ChangeSource = { sourceType: 'CALCULATED', sourceId: null, userId: null };

/** Those who write only what a person or an app may write, and who move nobody back in the lifecycle. */
const outsiders: ReadonlySet<string> = new Set([
  'INTEGRATION',
  'API',
  'IMPORT',
  'CRM_UI',
  'AUTOMATION_PLATFORM',
  'MOBILE_IOS',
]);

/** Whether a source is a person, an app or a workflow, and not a tool of the portal such as its forms or its mails. */
export function isOutsider(source: ChangeSource): boolean {
  return outsiders.has(source.sourceType);
}

/**
 * Writes checked values on a record and what follows from them, and announces what changed. A value that it had already is
 * no change.
 *
 * @returns the names of the properties that changed
 */
export function writeValues(
  state: PortalState,
  type: KnownType,
  record: PortalRecord,
  values: ReadonlyMap<string, string>,
  source: ChangeSource,
): string[] {
  const changed: string[] = [];
  const write = (property: string, value: string, by: ChangeSource): void => {
    if ((record.value(property) ?? '') === value) return;
    setValue(state, type, record, property, value, by);
    changed.push(property);
  };
  for (const [property, value] of values) {
    if (property === 'lifecyclestage' && isMovedBack(record, value, source)) continue;
    write(property, value, source);
  }
  for (const [property, value] of consequencesOf(state, type, record, changed)) write(property, value, calculation);
  if (changed.length > 0) {
    touch(state, type, record, source);
    state.search.note(record);
  }
  return changed;
}

function setValue(
  state: PortalState,
  type: KnownType,
  record: PortalRecord,
  property: string,
  value: string,
  source: ChangeSource,
): void {
  const now = state.now();
  const isLookedUp = lookedUpProperties(type).includes(property);
  const shelf = shelfOf(state, type.objectTypeId);
  if (isLookedUp && record.has(property)) shelf.forget(property, record.value(property)!, record.id);
  record.set(property, value, now, source, type.objectTypeId === '0-1' ? keptVersionsOfContacts : keptVersions);
  if (isLookedUp && value !== '') shelf.lookUp(property, value, record.id);
  state.announce({
    kind: 'propertyChange',
    objectTypeId: type.objectTypeId,
    objectId: record.id,
    property,
    value,
    source,
    at: now,
  });
}

/** E-mail addresses of contacts are unique though nobody defined them so. */
export function isKeptUnique(type: KnownType, property: string): boolean {
  return type.uniqueProperties.has(property) || (type.objectTypeId === '0-1' && property === 'email');
}

/** Properties whose values lead to their records at once: unique ones, and the domain of a company. */
export function lookedUpProperties(type: KnownType): string[] {
  const unique = [...type.uniqueProperties];
  if (type.objectTypeId === '0-1') return [...unique, 'email'];
  return type.objectTypeId === '0-2' ? [...unique, 'domain'] : unique;
}

/** Notes when and by whom a record was last changed. It has no history. */
export function touch(state: PortalState, type: KnownType, record: PortalRecord, source: ChangeSource): void {
  const now = state.now();
  record.updatedAt = now;
  record.set(type.modifiedProperty, writeInstant(now), now, source, 1);
  if (source.userId !== null) record.set('hs_updated_by_user_id', String(source.userId), now, source, 1);
}

/** An app, a form or a workflow can only move a contact or company on; to move it back it has to clear the stage first. */
function isMovedBack(record: PortalRecord, stage: string, source: ChangeSource): boolean {
  if (stage === '' || source.sourceType === 'CRM_UI' || source.sourceType === 'CALCULATED') return false;
  return lifecycleRank(stage) < lifecycleRank(record.value('lifecyclestage') ?? '');
}

/** What the portal sets because something else was set. */
function consequencesOf(
  state: PortalState,
  type: KnownType,
  record: PortalRecord,
  changed: readonly string[],
): [string, string][] {
  const now = writeInstant(state.now());
  const follows: [string, string][] = [];
  if (changed.includes('hubspot_owner_id') && type.objectTypeId !== '0-115') {
    const ownerId = record.value('hubspot_owner_id') ?? '';
    const team = state.people.find(ownerId)?.teams.find((each) => each.isPrimary);
    follows.push(['hubspot_owner_assigneddate', ownerId === '' ? '' : now]);
    follows.push(['hubspot_team_id', team?.id ?? '']);
    follows.push(['hs_all_owner_ids', ownerId]);
  }
  if (changed.includes('lifecyclestage') && record.has('lifecyclestage')) {
    follows.push([`hs_lifecyclestage_${record.value('lifecyclestage')!}_date`, now]);
  }
  if (type.objectTypeId === '0-1' && changed.includes('email')) {
    follows.push(['hs_email_domain', (record.value('email') ?? '').split('@')[1] ?? '']);
  }
  if (type.objectTypeId === '0-1' && changed.some((name) => name === 'email' || name.endsWith('stname'))) {
    const name = [record.value('firstname') ?? '', record.value('lastname') ?? ''].join(' ').trim();
    follows.push(['hs_full_name_or_email', name === '' ? (record.value('email') ?? '') : name]);
  }
  if (type.objectTypeId === '0-27' && changed.includes('hs_task_status')) {
    const isCompleted = record.value('hs_task_status') === 'COMPLETED';
    follows.push(['hs_task_is_completed', String(isCompleted)], ['hs_task_completion_date', isCompleted ? now : '']);
  }
  follows.push(...stageConsequences(state, type, record, changed));
  return follows;
}

function stageConsequences(
  state: PortalState,
  type: KnownType,
  record: PortalRecord,
  changed: readonly string[],
): [string, string][] {
  const names = pipelineProperties[type.objectTypeId];
  if (names === undefined || !changed.includes(names.stage)) return [];
  const now = writeInstant(state.now());
  const stages = state.schema.pipelines(type.objectTypeId).flatMap((pipeline) => pipeline.stages);
  const stage = stages.find((each) => each.id === record.value(names.stage));
  const isClosed = stage?.metadata['isClosed'] === 'true';
  if (type.objectTypeId === '0-3') {
    return [
      ['hs_is_closed', String(isClosed)],
      ['hs_is_closed_won', String(isClosed && Number(stage.metadata['probability']) === 1)],
      // A deal is closed on the day on which it is moved there, unless that was said with it.
      ...(isClosed && !changed.includes('closedate') ? [['closedate', now] as [string, string]] : []),
    ];
  }
  return [
    ['hs_lead_is_open', String(!isClosed)],
    ['hs_lead_is_disqualified', String(stage?.metadata['leadState'] === 'UNQUALIFIED')],
    ['hs_stagedate', now],
  ];
}
