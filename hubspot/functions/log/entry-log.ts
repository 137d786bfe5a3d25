import { CrmError } from '../../handlers/crm/crm-error.ts';
import type { Crm, CrmRecord, SearchFilter } from '../../handlers/crm/crm.ts';
import { entryOfRecord, propertiesOfChange, propertiesOfEntry, propertiesToRead } from './entry.ts';
import type { Entry, EntryChange, NewEntry } from './entry.ts';
import { entryProperty, type TextName } from './entry-type.ts';

/** What became of an entry that was to be made. */
export type Creation =
  | { readonly isCreated: true; readonly id: string }
  /** Its key or its turn is taken: somebody else made an entry for it. Nothing was written. */
  | { readonly isCreated: false };

/** Where to look among entries; all of it must hold. */
export type EntrySearch = {
  readonly filters: readonly SearchFilter[];
  readonly texts: readonly TextName[];
  readonly most: number;
  /** Instead of the newest first. */
  readonly isOldestFirst?: boolean;
};

/**
 * The private edition's memory: entries of one custom object of the portal. To make an entry is the one thing that only one
 * of many can do, for its key is a unique value: whoever is refused reads what the other made. What is read by a key is true at
 * once; what is searched for is some seconds old and never more than a hint.
 */
export class EntryLog {
  readonly #crm: Crm;
  readonly #typeId: string;
  /** Names this invocation; never the same twice. */
  readonly maker: string;

  constructor(crm: Crm, typeId: string, maker: string) {
    this.#crm = crm;
    this.#typeId = typeId;
    this.maker = maker;
  }

  get typeId(): string {
    return this.#typeId;
  }

  /** By key; those that are not there are missing. */
  async findByKeys(keys: readonly string[], texts: readonly TextName[] = []): Promise<Map<string, Entry>> {
    const entries = await this.#readBy(entryProperty.key, keys, texts);
    return new Map(entries.map((entry) => [entry.key, entry]));
  }

  /** By turn. */
  async findByTurns(turnKeys: readonly string[], texts: readonly TextName[] = []): Promise<Map<string, Entry>> {
    const entries = await this.#readBy(entryProperty.turnKey, turnKeys, texts);
    return new Map(entries.map((entry) => [entry.turnKey ?? '', entry]));
  }

  async findByKey(key: string, texts: readonly TextName[] = []): Promise<Entry | null> {
    return (await this.findByKeys([key], texts)).get(key) ?? null;
  }

  /** The record as it stands, with the past of one property; null where there is none of that key. */
  async findWithHistory(key: string, property: string): Promise<CrmRecord | null> {
    const [record] = await this.#crm.readObjectsBy(this.#typeId, entryProperty.key, [key], [], [property]);
    return record ?? null;
  }

  async create(entry: NewEntry): Promise<Creation> {
    const [creation] = await this.createAll([entry]);
    return creation!;
  }

  /**
   * Makes entries, each by itself: one that is taken takes no other along. Where HubSpot did not say whether it made them, they
   * are looked for by their keys, and what this invocation made is its own.
   *
   * @throws CrmError where nothing can be known, or HubSpot refuses for another reason
   */
  async createAll(entries: readonly NewEntry[]): Promise<Creation[]> {
    if (entries.length === 0) {
      return [];
    }
    const creations = entries.map((entry) => ({
      properties: propertiesOfEntry(entry, this.maker),
      associations: [],
    }));
    try {
      const outcomes = await this.#crm.createObjects(this.#typeId, creations);
      return outcomes.map((outcome): Creation => {
        if (outcome.isWritten) {
          return { isCreated: true, id: outcome.id };
        }
        if (outcome.problem.category === 'CONFLICT') {
          return { isCreated: false };
        }
        throw new CrmError('refused', `HubSpot refused an entry of the log: ${outcome.problem.message}`, {
          category: outcome.problem.category,
        });
      });
    } catch (error) {
      if (!(error instanceof CrmError) || !error.isOutcomeUnknown) {
        throw error;
      }
      return this.#lookAfter(entries, error);
    }
  }

  async change(changes: readonly { readonly id: string; readonly change: EntryChange }[]): Promise<void> {
    if (changes.length === 0) {
      return;
    }
    const outcomes = await this.#crm.updateObjects(
      this.#typeId,
      changes.map(({ id, change }) => ({ id, properties: propertiesOfChange(change) })),
    );
    const failed = outcomes.find((outcome) => !outcome.isWritten && outcome.problem.category !== 'OBJECT_NOT_FOUND');
    if (failed !== undefined && !failed.isWritten) {
      throw new CrmError('unavailable', `An entry of the log could not be changed: ${failed.problem.message}`, {
        category: failed.problem.category,
      });
    }
  }

  /** The newest first. What was written in the last seconds may be missing. */
  async search({ filters, texts, most, isOldestFirst }: EntrySearch): Promise<Entry[]> {
    const records = await this.#crm.searchObjects({
      objectType: this.#typeId,
      groups: [filters],
      properties: propertiesToRead(texts),
      most,
      order: isOldestFirst === true ? 'risingIds' : 'fallingIds',
    });
    return records.map(entryOfRecord);
  }

  /** How many there are, some seconds ago. */
  count(filters: readonly SearchFilter[]): Promise<number> {
    return this.#crm.countObjects({ objectType: this.#typeId, groups: [filters] });
  }

  async #lookAfter(entries: readonly NewEntry[], error: CrmError): Promise<Creation[]> {
    const found = await this.findByKeys(entries.map(({ key }) => key));
    return entries.map((entry): Creation => {
      const there = found.get(entry.key);
      if (there === undefined) {
        throw error;
      }
      return there.maker === this.maker ? { isCreated: true, id: there.id } : { isCreated: false };
    });
  }

  async #readBy(property: string, keys: readonly string[], texts: readonly TextName[]): Promise<Entry[]> {
    if (keys.length === 0) {
      return [];
    }
    const records = await this.#crm.readObjectsBy(this.#typeId, property, keys, propertiesToRead(texts));
    return records.map(entryOfRecord);
  }
}
