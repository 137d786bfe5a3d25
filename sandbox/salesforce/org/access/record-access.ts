import type { RecordStore } from '../records/record-store.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import { idOf, rolesAbove } from './group-membership.ts';
import { standardDetails, type SharingModel } from './org-wide-defaults.ts';

/** What sharing lets a user do with a record; each level includes those below. */
export const levels = { none: 0, read: 1, edit: 2, transfer: 3, all: 4 } as const;
export type Level = (typeof levels)[keyof typeof levels];

type Decide = (record: StoredRecord) => Level;

const levelOfModel: Readonly<Record<Exclude<SharingModel, 'ControlledByParent'>, Level>> = {
  Private: levels.none,
  Read: levels.read,
  ReadWrite: levels.edit,
  ReadWriteTransfer: levels.transfer,
  FullAccess: levels.all,
};

const levelOfShare: Readonly<Record<string, Level>> = { Read: levels.read, Edit: levels.edit, All: levels.all };

export interface RecordAccessOptions {
  readonly store: RecordStore;
  readonly models: ReadonlyMap<string, SharingModel>;
  readonly user: StoredRecord;
  /** The ids under which records are shared with the user. */
  readonly sharedWith: ReadonlySet<string>;
  /** Whether the user sees, or may change, all records of an object whatever sharing says. */
  readonly seesAll: (object: ObjectSchema, right: 'read' | 'edit') => boolean;
}

/**
 * What sharing lets one user do with records: by the org-wide default of their object, as owner or member of the queue that owns
 * them, as superior of the owner, by manual shares, or by what the record belongs to. access.levelOf(lead) → levels.edit.
 */
export class RecordAccess {
  private readonly options: RecordAccessOptions;
  private readonly decisions = new Map<string, Decide>();
  private readonly superiority = new Map<string, boolean>();
  private readonly isGuest: boolean;

  constructor(options: RecordAccessOptions) {
    this.options = options;
    this.isGuest = options.user.fields.get('usertype') === 'Guest';
  }

  levelOf(record: StoredRecord): Level {
    let decide = this.decisions.get(record.objectName);
    if (decide === undefined) {
      decide = this.decisionFor(this.options.store.schema.demand(record.objectName));
      this.decisions.set(record.objectName, decide);
    }
    return decide(record);
  }

  private decisionFor(object: ObjectSchema): Decide {
    const { models, seesAll, user } = this.options;
    if (seesAll(object, 'edit')) {
      return () => levels.all;
    }
    const least: Level = seesAll(object, 'read') ? levels.read : levels.none;
    if (object.name === 'User') {
      // Users see each other, and change themselves; guests see nobody else.
      return ({ id }) => (id === user.id ? levels.edit : this.isGuest ? levels.none : levels.read);
    }
    const decide = this.sharingOf(object, models.get(object.name));
    return least === levels.none ? decide : (record) => highest(least, decide(record));
  }

  private sharingOf(object: ObjectSchema, model: SharingModel | undefined): Decide {
    const masters = mastersOf(object);
    const [master] = masters;
    if (object.name === 'Task' || object.name === 'Event') {
      return (record) => highest(this.ownLevel(object, record), this.levelOfRelated(record));
    }
    if (model === 'ControlledByParent' || (model === undefined && master !== undefined)) {
      return (record) => this.levelOfDetail(object, record, masters);
    }
    if (model === undefined) {
      return () => levels.all;
    }
    const usual = this.isGuest ? levels.none : levelOfModel[model];
    return usual === levels.all ? () => usual : (record) => highest(usual, this.ownLevel(object, record));
  }

  /** As owner, as one of the queue that owns the record, as their superior, or by a share. */
  private ownLevel(object: ObjectSchema, record: StoredRecord): Level {
    const ownerId = idOf(record.fields.get('ownerid'));
    if (ownerId !== null && this.holdsFor(ownerId)) {
      return levels.all;
    }
    return this.levelByShares(object, record.id);
  }

  /** Whether what somebody may do the user may do too: the same person, a group of the user, somebody below in the hierarchy. */
  private holdsFor(holderId: string): boolean {
    return this.options.sharedWith.has(holderId) || this.isAbove(holderId);
  }

  private isAbove(holderId: string): boolean {
    const ownRole = idOf(this.options.user.fields.get('userroleid'));
    if (ownRole === null || !holderId.startsWith('005')) {
      return false;
    }
    let is = this.superiority.get(holderId);
    if (is === undefined) {
      const { store } = this.options;
      const role = idOf(store.findRecord(holderId)?.fields.get('userroleid'));
      is = role !== null && rolesAbove(role, store).includes(ownRole);
      this.superiority.set(holderId, is);
    }
    return is;
  }

  private levelByShares(object: ObjectSchema, id: string): Level {
    const { store } = this.options;
    const share = shareOf(object, store);
    let level: Level = levels.none;
    if (share === null) {
      return level;
    }
    for (const { fields } of store.findBy(share.object, share.parent, new ApexId(id))) {
      const withWhom = idOf(fields.get('userorgroupid'));
      if (withWhom !== null && this.holdsFor(withWhom)) {
        level = highest(level, levelOfShare[String(fields.get(share.level))] ?? levels.none);
      }
    }
    return level;
  }

  /** Who may read what an activity is about may read the activity. */
  private levelOfRelated(record: StoredRecord): Level {
    const ids = [idOf(record.fields.get('whoid')), idOf(record.fields.get('whatid'))];
    const found = ids.map((id) => (id === null ? null : this.options.store.findRecord(id)));
    return found.some((each) => each !== null && this.levelOf(each) > levels.none) ? levels.read : levels.none;
  }

  /** A detail is as open as its masters are; one without any belongs to its owner alone. */
  private levelOfDetail(object: ObjectSchema, record: StoredRecord, masters: readonly Master[]): Level {
    const found = masters.flatMap(({ field, isWrittenByReaders }) => {
      const id = idOf(record.fields.get(field));
      const master = id === null ? null : this.options.store.findRecord(id);
      return master === null ? [] : [{ master, isWrittenByReaders }];
    });
    if (found.length === 0) {
      return this.ownLevel(object, record);
    }
    return found.reduce<Level>((lowest, { master, isWrittenByReaders }) => {
      const level = this.levelOf(master);
      const ofDetail = level >= levels.edit || (isWrittenByReaders && level === levels.read) ? levels.all : level;
      return ofDetail < lowest ? ofDetail : lowest;
    }, levels.all);
  }
}

interface Master {
  /** In lower case. */
  readonly field: string;
  /** Whether reading the master is enough to change the detail. */
  readonly isWrittenByReaders: boolean;
}

function mastersOf(object: ObjectSchema): Master[] {
  const [, stem, isCustom] = /^(\w+?)(__)?(?:History|Share)$/.exec(object.name) ?? [];
  const companion = isCustom === undefined ? `${stem ?? ''}Id` : 'ParentId';
  const standard = standardDetails[object.name] ?? (stem === undefined ? undefined : companion);
  if (standard !== undefined && object.fields.has(standard.toLowerCase())) {
    return [{ field: standard.toLowerCase(), isWrittenByReaders: false }];
  }
  return [...object.fields.values()]
    .filter((each) => each.isMasterDetail)
    .map((each) => ({ field: each.name.toLowerCase(), isWrittenByReaders: each.isWrittenByMasterReaders }));
}

function highest(one: Level, other: Level): Level {
  return one > other ? one : other;
}

/** Where the shares of an object's records stand, and which field of theirs says how much: Lead → LeadShare.LeadAccessLevel. */
function shareOf(object: ObjectSchema, store: RecordStore) {
  const isCustom = object.kind === 'custom';
  const share = store.schema.find(isCustom ? object.name.replace(/__c$/, '__Share') : `${object.name}Share`);
  const parent = share?.fields.get(isCustom ? 'parentid' : `${object.name.toLowerCase()}id`);
  return share === null || parent === undefined
    ? null
    : { object: share, parent, level: isCustom ? 'accesslevel' : `${object.name.toLowerCase()}accesslevel` };
}
