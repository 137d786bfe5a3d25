import type { ObjectType, PropertyValues } from '../crm/crm.ts';
import { effectsOf, mostInBatch, outcomesOfCall, presentProperties, type Applying, type Placed } from './applying.ts';
import type { EffectOutcome } from './effect.ts';
import { findKeptOwners } from './find-kept-owners.ts';

/** One record that an effect writes on. */
type RecordWrite = {
  readonly place: number;
  readonly id: string;
  readonly properties: PropertyValues;
  /** Null where no owner is written on it. */
  readonly ownerId: string | null;
};

/** An outcome of null is open: HubSpot could not write it just now. */
type Written = { readonly outcome: EffectOutcome | null; readonly isOwnerRefused: boolean };

/** Writes Signalbox's properties and owners, on contacts first and then on their open leads. */
export async function applyRecords(applying: Applying): Promise<void> {
  const records = effectsOf(applying, 'record');
  const kept = await findKeptOwners(applying, records);
  for (const { place, effect } of records) {
    const ownerId = kept.get(place);
    if (ownerId !== undefined) {
      applying.keptOwners.set(effect.contactId, { insteadOf: effect.owner!.ownerId, ownerId });
    }
  }
  const withLeads = new Set(records.filter(({ effect }) => effect.leadIds.length > 0).map(({ place }) => place));
  const ofContacts = await writeAll(
    applying,
    'contacts',
    records.map((record) => contactWrite(record, kept)),
    (place, written) => {
      if (!withLeads.has(place)) {
        applying.outcomes[place] = outcomeOf([written], kept.get(place));
      }
    },
  );
  const ofLeads = await writeAll(
    applying,
    'leads',
    records.flatMap((record) => leadWrites(record, kept)),
    () => undefined,
  );
  for (const place of withLeads) {
    applying.outcomes[place] = outcomeOf([...ofContacts.get(place)!, ...ofLeads.get(place)!], kept.get(place));
  }
}

function contactWrite({ place, effect }: Placed<'record'>, kept: ReadonlyMap<number, string>): RecordWrite {
  const isOwned = effect.owner !== null && effect.owner.on !== 'lead' && !kept.has(place);
  return {
    place,
    id: effect.contactId,
    properties: effect.properties,
    ownerId: isOwned ? effect.owner.ownerId : null,
  };
}

function leadWrites({ place, effect }: Placed<'record'>, kept: ReadonlyMap<number, string>): RecordWrite[] {
  const isOwned = effect.owner !== null && effect.owner.on !== 'contact' && !kept.has(place);
  const ownerId = isOwned ? effect.owner.ownerId : null;
  return effect.leadIds.map((id) => ({ place, id, properties: effect.properties, ownerId }));
}

async function writeAll(
  applying: Applying,
  objectType: ObjectType,
  writes: readonly RecordWrite[],
  settle: (place: number, written: Written) => void,
): Promise<Map<number, Written[]>> {
  const byPlace = new Map<number, Written[]>();
  const note = (place: number, written: Written): void => {
    byPlace.set(place, [...(byPlace.get(place) ?? []), written]);
    settle(place, written);
  };
  const present = writes.map((write) => ({
    ...write,
    properties: presentProperties(applying, objectType, write.properties),
  }));
  for (const { place } of present.filter(isEmpty)) {
    note(place, { outcome: { state: 'done', ids: [] }, isOwnerRefused: false });
  }
  for (const batch of batchesWithoutTwins(present.filter((write) => !isEmpty(write)))) {
    for (const [position, written] of (await writeBatch(applying, objectType, batch)).entries()) {
      note(batch[position]!.place, written);
    }
  }
  return byPlace;
}

/** Nothing is left to write: HubSpot would refuse that. */
function isEmpty({ properties, ownerId }: RecordWrite): boolean {
  return ownerId === null && Object.keys(properties).length === 0;
}

/** HubSpot refuses a batch that names a record twice; what comes later for the same record is written later. */
function batchesWithoutTwins(writes: readonly RecordWrite[]): RecordWrite[][] {
  const batches: RecordWrite[][] = [];
  const firstFreeFor = new Map<string, number>();
  for (const write of writes) {
    let place = firstFreeFor.get(write.id) ?? 0;
    while ((batches[place]?.length ?? 0) >= mostInBatch) {
      place += 1;
    }
    (batches[place] ??= []).push(write);
    firstFreeFor.set(write.id, place + 1);
  }
  return batches;
}

/**
 * One call, and a second one for what was refused with an owner: what is taken without the owner was refused for its sake, and
 * scores and record must not be lost for that.
 */
async function writeBatch(
  applying: Applying,
  objectType: ObjectType,
  batch: readonly RecordWrite[],
): Promise<Written[]> {
  const { crm } = applying;
  const first = await outcomesOfCall(batch.length, () =>
    crm.updateObjects(
      objectType,
      batch.map(({ id, properties, ownerId }) => ({
        id,
        properties: ownerId === null ? properties : { ...properties, hubspot_owner_id: ownerId },
      })),
    ),
  );
  const isDoubtful = (position: number): boolean => {
    const outcome = first[position] ?? null;
    return batch[position]!.ownerId !== null && outcome?.state === 'refused' && outcome.category === 'VALIDATION_ERROR';
  };
  const doubtful = batch.filter((_, position) => isDoubtful(position));
  const second =
    doubtful.length === 0
      ? []
      : await outcomesOfCall(doubtful.length, () =>
          crm.updateObjects(
            objectType,
            doubtful.map(({ id, properties }) => ({ id, properties })),
          ),
        );
  return batch.map((write, position) => {
    const outcome = first[position] ?? null;
    const again = second[doubtful.indexOf(write)];
    if (again === null) {
      return { outcome: null, isOwnerRefused: false };
    }
    return again?.state === 'done' ? { outcome: again, isOwnerRefused: true } : { outcome, isOwnerRefused: false };
  });
}

/** Of a contact and its leads: what is open keeps all open, else what was refused first counts. A lead that is gone in the meantime misses nothing. */
function outcomeOf(written: readonly Written[], keptOwnerId: string | undefined): EffectOutcome | null {
  const outcomes = written.map(({ outcome }) => outcome).filter((outcome) => outcome !== null);
  if (outcomes.length < written.length) {
    return null;
  }
  const refused = outcomes.find(
    (outcome, position) =>
      outcome.state !== 'done' &&
      !(position > 0 && outcome.state === 'refused' && outcome.category === 'OBJECT_NOT_FOUND'),
  );
  if (refused !== undefined) {
    return refused;
  }
  if (written.some(({ isOwnerRefused }) => isOwnerRefused)) {
    return {
      state: 'refused',
      category: 'INVALID_OWNER',
      message: 'HubSpot does not take the owner. Everything else of the decision was written.',
    };
  }
  const ids = outcomes.flatMap((outcome) => (outcome.state === 'done' ? outcome.ids : []));
  return keptOwnerId === undefined ? { state: 'done', ids } : { state: 'ownerKept', ids, ownerId: keptOwnerId };
}
