import {
  planAssociation,
  performAssociation,
  type AssociationInput,
  type PlannedAssociation,
} from './associate-records.ts';
import { checkProperties, type NewValues } from './check-properties.ts';
import { PortalRecord } from './portal-record.ts';
import type { KnownType } from './portal-schema.ts';
import { shelfOf, type PortalState } from './portal-state.ts';
import { writeInstant } from './read-instant.ts';
import type { ChangeSource } from './record-change.ts';
import { RecordRefusal } from './record-refusal.ts';
import { rollUpActivity } from './roll-up-activity.ts';
import { sourceLabel } from './source-labels.ts';
import { touch, writeValues } from './write-values.ts';

export type NewRecord = { readonly properties: NewValues; readonly associations?: readonly AssociationInput[] };

/** A creation that was checked and can be done. */
export type PlannedCreation = {
  readonly type: KnownType;
  readonly values: ReadonlyMap<string, string>;
  readonly associations: readonly PlannedAssociation[];
};

/**
 * Checks a creation without doing it.
 *
 * @throws RecordRefusal with everything that is wrong
 */
export function planCreation(
  state: PortalState,
  type: KnownType,
  input: NewRecord,
  source: ChangeSource,
): PlannedCreation {
  refuseByPlan(state, type);
  const values = checkProperties(state, type, input.properties, source, null);
  refuseIncomplete(type, values);
  const associations = (input.associations ?? []).map((each) => planAssociation(state, type, each));
  const hasContact = associations.some(({ to }) => to.objectTypeId === '0-1');
  if (type.objectTypeId === '0-136' && !hasContact) {
    throw new RecordRefusal(400, 'VALIDATION_ERROR', 'Leads must be associated with an existing contact.');
  }
  return { type, values, associations };
}

/** Leads belong to Sales Hub Professional and Enterprise. */
function refuseByPlan(state: PortalState, type: KnownType): void {
  if (type.objectTypeId === '0-136' && (state.tier === 'free' || state.tier === 'starter')) {
    throw new RecordRefusal(403, 'MISSING_SCOPES', 'This account does not have access to leads.');
  }
  if (type.objectTypeId === '0-115') {
    throw new RecordRefusal(400, 'VALIDATION_ERROR', 'Users cannot be created through the objects API.');
  }
}

function refuseIncomplete(type: KnownType, values: ReadonlyMap<string, string>): void {
  const missing = type.requiredProperties.filter((name) => (values.get(name) ?? '') === '');
  if (missing.length === 0) return;
  const message = `Error creating ${type.name}. Some required properties were not set.`;
  throw new RecordRefusal(400, 'VALIDATION_ERROR', message, {
    errors: missing.map((name) => ({ message, code: 'MISSING_REQUIRED_PROPERTY', context: { properties: [name] } })),
    context: { properties: missing },
  });
}

/** Does what was planned. */
export function performCreation(state: PortalState, plan: PlannedCreation, source: ChangeSource): PortalRecord {
  const { type, values } = plan;
  const record = new PortalRecord(type.objectTypeId, state.newId(), state.now());
  shelfOf(state, type.objectTypeId).add(record);
  setOrigin(type, record, source);
  state.announce({
    kind: 'creation',
    objectTypeId: type.objectTypeId,
    objectId: record.id,
    source,
    at: record.createdAt,
  });
  writeValues(state, type, record, new Map([...beginnings(state, type), ...values]), source);
  touch(state, type, record, source);
  for (const association of plan.associations) performAssociation(state, record, association, source);
  rollUpActivity(state, record);
  state.search.note(record);
  return record;
}

/** What a new record says of where it came from. Nobody is told of these: they are no changes. */
function setOrigin(type: KnownType, record: PortalRecord, source: ChangeSource): void {
  const now = writeInstant(record.createdAt);
  const origin: [string, string][] = [
    ['hs_object_id', record.id],
    ['hs_createdate', now],
    [type.createdProperty, now],
    ['hs_object_source', source.sourceType],
    ['hs_object_source_id', source.sourceId ?? ''],
    ['hs_object_source_label', sourceLabel(source.sourceType)],
    ['hs_object_source_user_id', source.userId === null ? '' : String(source.userId)],
    ['hs_created_by_user_id', source.userId === null ? '' : String(source.userId)],
  ];
  if (source.sourceType === 'IMPORT') origin.push(['hs_was_imported', 'true']);
  for (const [property, value] of origin) {
    if (value !== '') record.set(property, value, record.createdAt, source, 1);
  }
}

/** What a new record has unless its creator says otherwise. */
function beginnings(state: PortalState, type: KnownType): [string, string][] {
  switch (type.objectTypeId) {
    case '0-1':
      return [
        ['hs_is_contact', 'true'],
        ['hs_is_unworked', 'true'],
        ['lifecyclestage', 'lead'],
        ['hs_marketable_status', 'false'],
      ];
    case '0-2':
      return [['lifecyclestage', 'lead']];
    case '0-27':
      return [
        ['hs_task_status', 'NOT_STARTED'],
        ['hs_task_priority', 'NONE'],
        ['hs_task_type', 'TODO'],
      ];
    case '0-136':
    case '0-3': {
      const pipeline = state.schema.pipelines(type.objectTypeId)[0]!;
      const names = type.objectTypeId === '0-3' ? ['pipeline', 'dealstage'] : ['hs_pipeline', 'hs_pipeline_stage'];
      return [
        [names[0]!, pipeline.id],
        [names[1]!, pipeline.stages[0]!.id],
      ];
    }
    default:
      return [];
  }
}
