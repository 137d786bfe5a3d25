import { CrmError } from '../crm/crm-error.ts';
import type { Crm, ObjectUpdate, PropertyValues, WriteOutcome } from '../crm/crm.ts';
import type { TypeIds } from './object-types.ts';
import { partProperties, revisionProperty } from './revision-properties.ts';
import {
  entryProperties,
  partsOfRevision,
  propertiesOfRevision,
  revisionOfRecord,
  textOfRecord,
  titleOfRevision,
  type RevisionRecord,
} from './revision-record.ts';
import { cutText } from './revision-text.ts';
import { RuleStoreError } from './rule-store-error.ts';
import type { Revision, RevisionEntry } from './rule-store.ts';
import { inBatches, refusalOf, requireAllWritten } from './write-outcomes.ts';

/** How often states are put right after others who publish at the same time; more is a broken portal. */
const mostSettlings = 5;

/** Published revisions as records of one object type. */
export class RecordRevisions {
  readonly #crm: Crm;
  readonly #types: TypeIds;
  /** The record that was live when it was last asked for: as long as it says so itself, one read answers. */
  #liveId: string | null = null;

  constructor(crm: Crm, types: TypeIds) {
    this.#crm = crm;
    this.#types = types;
  }

  /** Newest first; of two with one number the higher hash. */
  async list(): Promise<RevisionEntry[]> {
    const { records } = await this.#readAll();
    const live = findHighest(records);
    return records
      .toSorted((one, other) => -compareRevisions(one, other))
      .map((record) => ({ ...record.entry, isLive: record === live }));
  }

  /** HSR008 where people changed the live record so that another one would decide, or none. */
  async findLive(): Promise<RevisionEntry | null> {
    const known = await this.#readKnownLive();
    if (known !== null) return { ...known.entry, isLive: true };
    const { records, isLiveOneBroken } = await this.#readAll();
    const live = findHighest(records);
    requireOneLive(live, isLiveOneBroken || records.some(({ state }) => state === 'live'));
    this.#liveId = live?.id ?? null;
    return live === null ? null : { ...live.entry, isLive: true };
  }

  async read(hash: string): Promise<Revision | null> {
    const found = (await this.#readAll()).records.find(({ entry }) => entry.hash === hash);
    return found === undefined ? null : this.#readText(found);
  }

  /** HSR006 where another revision took the number; nothing is live then that was not before. */
  async keep(revision: Revision): Promise<void> {
    const typeId = await this.#types.require('revision');
    const properties = propertiesOfRevision(revision);
    const present = (await this.#readAll()).records.find(({ entry }) => entry.hash === revision.hash);
    const record = present ?? (await this.#create(typeId, revision, properties));
    if (present !== undefined && (await this.#readText(present)) === null) {
      await this.#restore(typeId, present, revision);
    }
    const kept = await this.#readText(record);
    if (kept === null || kept.text !== revision.text) {
      throw new RuleStoreError(
        'cameBackOtherwise',
        `Revision ${revision.number} came back from the portal with another text than was written.`,
        'Publish again. The revision that was live before still is.',
      );
    }
    await this.#point(typeId, record);
  }

  async makeLive(hash: string): Promise<void> {
    const typeId = await this.#types.require('revision');
    const found = (await this.#readAll()).records.find(({ entry }) => entry.hash === hash);
    if (found === undefined || (await this.#readText(found)) === null) {
      throw new RuleStoreError(
        'notHeld',
        `The portal holds no revision ${hash.slice(0, 12)} with the text that was published.`,
        'Choose another revision, or publish the draft. What was live still is.',
      );
    }
    await this.#point(typeId, found);
  }

  /** The record that was made, or that of somebody who published the very same at the same time. */
  async #create(typeId: string, revision: Revision, properties: PropertyValues): Promise<RevisionRecord> {
    const { text: _, ...entry } = revision;
    const outcome = await this.#tryToCreate(typeId, properties);
    if (outcome.isWritten) return { id: outcome.id, entry, madeLive: 0, state: 'retired' };
    const { records } = await this.#readAll();
    const same = records.find((record) => record.entry.hash === revision.hash);
    if (same !== undefined) return same;
    if (records.some((record) => record.entry.number === revision.number)) {
      throw new RuleStoreError(
        'numberTaken',
        `Somebody else published revision ${revision.number} at the same time.`,
        'Publish again; it gets the next number.',
      );
    }
    throw refusalOf([outcome.problem], 1, titleOfRevision(revision.number));
  }

  /** HubSpot may refuse the one record, or the whole call. */
  async #tryToCreate(typeId: string, properties: PropertyValues): Promise<WriteOutcome> {
    const filled = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null && value !== ''));
    try {
      const [outcome] = await this.#crm.createObjects(typeId, [{ properties: filled, associations: [] }]);
      return outcome!;
    } catch (error) {
      if (!(error instanceof CrmError && (error.failure === 'conflict' || error.failure === 'refused'))) throw error;
      return { position: 0, isWritten: false, problem: { category: error.category, message: error.message } };
    }
  }

  /** The same text again mends a record that somebody changed. Its number and its date stay. */
  async #restore(typeId: string, present: RevisionRecord, revision: Revision): Promise<void> {
    const properties = partsOfRevision(cutText(revision.text));
    const outcomes = await this.#crm.updateObjects(typeId, [{ id: present.id, properties }]);
    requireAllWritten(outcomes, () => titleOfRevision(present.entry.number));
  }

  /** Makes one live and retires the others in one call, then looks whether somebody did the same for another one. */
  async #point(typeId: string, chosen: RevisionRecord): Promise<void> {
    const { records } = await this.#readAll();
    const madeLive = Math.max(0, ...records.map((record) => record.madeLive)) + 1;
    const properties = { [revisionProperty.state]: 'live', [revisionProperty.madeLive]: String(madeLive) };
    await this.#writeStates(typeId, [{ id: chosen.id, properties }, ...retire(records, chosen)]);
    for (let settling = 0; settling < mostSettlings; settling += 1) {
      const { records: now } = await this.#readAll();
      const live = findHighest(now);
      this.#liveId = live?.id ?? null;
      const others = retire(now, live);
      if (others.length === 0) return;
      await this.#writeStates(typeId, others);
    }
  }

  async #writeStates(typeId: string, updates: readonly ObjectUpdate[]): Promise<void> {
    const outcomes = await inBatches(updates, (batch) => this.#crm.updateObjects(typeId, batch));
    requireAllWritten(outcomes, (position) => `revision record ${updates[position]!.id}`);
  }

  async #readKnownLive(): Promise<RevisionRecord | null> {
    const typeId = await this.#types.find('revision');
    if (typeId === null || this.#liveId === null) return null;
    const [record] = await this.#crm.readObjects(typeId, [this.#liveId], entryProperties);
    const revision = record === undefined ? null : revisionOfRecord(record);
    return revision?.state === 'live' ? revision : null;
  }

  /** Records that name a revision, and whether one that says it is live names none any more. */
  async #readAll(): Promise<{ records: RevisionRecord[]; isLiveOneBroken: boolean }> {
    const typeId = await this.#types.find('revision');
    const listed = typeId === null ? [] : await this.#crm.listObjects(typeId, entryProperties);
    const records: RevisionRecord[] = [];
    let isLiveOneBroken = false;
    for (const record of listed.filter(({ isArchived }) => !isArchived)) {
      const revision = revisionOfRecord(record);
      if (revision !== null) records.push(revision);
      else if (record.properties[revisionProperty.state] === 'live') isLiveOneBroken = true;
    }
    return { records, isLiveOneBroken };
  }

  async #readText(found: RevisionRecord): Promise<Revision | null> {
    const typeId = await this.#types.require('revision');
    const properties = [revisionProperty.partCount, ...partProperties];
    const [record] = await this.#crm.readObjects(typeId, [found.id], properties);
    const text = record === undefined ? null : textOfRecord(record, found.entry.hash);
    return text === null ? null : { ...found.entry, text };
  }
}

/** The one that was made live last. Of two at once the higher number, so that all who look agree. */
function findHighest(records: readonly RevisionRecord[]): RevisionRecord | null {
  const ever = records.filter(({ madeLive }) => madeLive > 0);
  return ever.toSorted((one, other) => other.madeLive - one.madeLive || -compareRevisions(one, other))[0] ?? null;
}

/** Rules that nobody published must not decide: a changed record stops deciding until somebody has put it right. */
function requireOneLive(highest: RevisionRecord | null, isLiveClaimed: boolean): void {
  if (!isLiveClaimed || highest?.state === 'live') return;
  throw new RuleStoreError(
    'unreadableRevision',
    "The live revision's record was changed: its number, hash, date or count is not what was written.",
    "Put the value back from the property's history, or publish or roll back; that makes one revision live again.",
  );
}

function compareRevisions(one: RevisionRecord, other: RevisionRecord): number {
  return one.entry.number - other.entry.number || (one.entry.hash < other.entry.hash ? -1 : 1);
}

/** Takes the state from those that have it without being the chosen one. */
function retire(records: readonly RevisionRecord[], chosen: RevisionRecord | null): ObjectUpdate[] {
  return records
    .filter((record) => record.id !== chosen?.id && record.state === 'live')
    .map(({ id }) => ({ id, properties: { [revisionProperty.state]: 'retired' } }));
}
