import { decided } from '../portal/property-names.ts';
import { openLeads } from '../subjects/open-leads.ts';
import type { ObjectCreation, ObjectType, PropertyValues } from '../crm/crm.ts';
import {
  effectsOf,
  inBatches,
  mostInBatch,
  orRefusal,
  outcomesOfCall,
  ownerNow,
  presentProperties,
  type Applying,
  type Placed,
} from './applying.ts';
import type { EffectOutcome, TaskEffect } from './effect.ts';
import { findMade, type Sought } from './find-made.ts';
import { isMarked } from './marker.ts';

/** A new object that an effect asks for. */
type Making = {
  readonly place: number;
  readonly contactId: string;
  readonly properties: PropertyValues;
  readonly ownerId: string | null;
};

const noteBody = 'hs_note_body';
const taskBody = 'hs_task_body';

export async function createNotes(applying: Applying): Promise<void> {
  const notes = await withoutMade(applying, 'notes', effectsOf(applying, 'note'), (effect) => ({
    contactId: effect.contactId,
    properties: [noteBody],
    isIt: (note) => isMarked(note.properties[noteBody] ?? '', effect.marker),
  }));
  await create(
    applying,
    'notes',
    notes.map(({ place, effect }) => ({
      place,
      contactId: effect.contactId,
      ownerId: null,
      properties: { hs_timestamp: new Date(effect.at).toISOString(), [noteBody]: effect.body },
    })),
  );
}

export async function createTasks(applying: Applying): Promise<void> {
  const tasks = await withoutMade(applying, 'tasks', effectsOf(applying, 'task'), (effect) => ({
    contactId: effect.contactId,
    properties: [taskBody],
    isIt: (task) => isMarked(task.properties[taskBody] ?? '', effect.marker),
  }));
  await create(
    applying,
    'tasks',
    tasks.map(({ place, effect }) => ({
      place,
      contactId: effect.contactId,
      ownerId: ownerNow(applying, effect.contactId, effect.ownerId),
      properties: taskProperties(effect),
    })),
  );
}

function taskProperties(effect: TaskEffect): PropertyValues {
  return {
    hs_timestamp: new Date(effect.dueAt).toISOString(),
    hs_task_subject: effect.subject,
    [taskBody]: effect.body,
    hs_task_status: 'NOT_STARTED',
    hs_task_priority: effect.isUrgent ? 'HIGH' : 'MEDIUM',
    hs_task_type: 'TODO',
  };
}

/** One that is open by now, whoever made it, is the lead of the contact: a second one would be worked twice. */
export async function createLeads(applying: Applying): Promise<void> {
  const leads = await withoutMade(applying, 'leads', effectsOf(applying, 'lead'), (effect) => ({
    contactId: effect.contactId,
    properties: [decided.decisionId, 'hs_lead_is_open', 'hs_pipeline_stage'],
    isIt: (lead) =>
      lead.properties[decided.decisionId] === effect.properties[decided.decisionId] || openLeads([lead]).length > 0,
  }));
  await create(
    applying,
    'leads',
    leads.map(({ place, effect }) => ({
      place,
      contactId: effect.contactId,
      ownerId: ownerNow(applying, effect.contactId, effect.ownerId),
      properties: { hs_lead_name: effect.name, ...presentProperties(applying, 'leads', effect.properties) },
    })),
  );
}

/** What still has to be made. Of what may have been made before, that which was is done already. */
async function withoutMade<Kind extends 'note' | 'task' | 'lead'>(
  applying: Applying,
  objectType: ObjectType,
  placed: readonly Placed<Kind>[],
  soughtOf: (effect: Placed<Kind>['effect']) => Sought,
): Promise<Placed<Kind>[]> {
  const retried = placed.filter(({ isRetry }) => isRetry);
  if (retried.length === 0) {
    return [...placed];
  }
  const made = await orRefusal(() =>
    findMade(
      applying.crm,
      objectType,
      retried.map(({ effect }) => soughtOf(effect)),
    ),
  );
  for (const [position, { place }] of retried.entries()) {
    if (!Array.isArray(made)) {
      applying.outcomes[place] = made;
      continue;
    }
    const id = (made as readonly (string | null)[])[position]!;
    if (id !== null) {
      applying.outcomes[place] = { state: 'done', ids: [id] };
    }
  }
  return placed.filter(({ place }) => applying.outcomes[place] === null);
}

async function create(applying: Applying, objectType: ObjectType, makings: readonly Making[]): Promise<void> {
  for (const batch of inBatches(makings, mostInBatch)) {
    const outcomes = await outcomesOfCall(batch.length, () =>
      applying.crm.createObjects(objectType, batch.map(creationOf)),
    );
    const doubtful: Making[] = [];
    for (const [position, making] of batch.entries()) {
      const outcome = outcomes[position] ?? null;
      if (making.ownerId !== null && outcome?.state === 'refused' && outcome.category === 'VALIDATION_ERROR') {
        doubtful.push({ ...making, ownerId: null });
      } else {
        applying.outcomes[making.place] = outcome;
      }
    }
    // An owner without a seat, or who left: better nobody's than not there at all.
    const again = await createAgain(applying, objectType, doubtful);
    for (const [position, making] of doubtful.entries()) {
      applying.outcomes[making.place] = again[position] ?? null;
    }
  }
}

async function createAgain(
  applying: Applying,
  objectType: ObjectType,
  doubtful: readonly Making[],
): Promise<(EffectOutcome | null)[]> {
  return doubtful.length === 0
    ? []
    : outcomesOfCall(doubtful.length, () => applying.crm.createObjects(objectType, doubtful.map(creationOf)));
}

function creationOf({ contactId, properties, ownerId }: Making): ObjectCreation {
  return {
    properties: ownerId === null ? properties : { ...properties, hubspot_owner_id: ownerId },
    associations: [{ toType: 'contacts', toId: contactId }],
  };
}
