import { ApexId } from '../../apex/library/text/apex-id.ts';
import { Unsupported } from '../../apex/run/apex-object.ts';
import { withFields } from '../change/save-rows.ts';
import type { FormulaWorld } from '../records/record-scope.ts';
import { scopeOf } from '../records/record-scope.ts';
import type { RecordStore } from '../records/record-store.ts';
import { evaluateFormula } from '../schema/formula/evaluate-formula.ts';
import type { MetadataElement } from '../schema/metadata-element.ts';
import { filesOf, type MetadataFiles } from '../schema/metadata-files.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';
import { readCriteria, type Criteria } from './read-criteria.ts';

interface Entry {
  readonly matches: Criteria;
  /** Null where the owner stays. */
  readonly assignedTo: { readonly type: 'User' | 'Queue'; readonly name: string } | null;
}

/** Assigns records of a request that asked for it: assignOwners(lead, ['00Q…']). */
export type AssignOwners = (object: ObjectSchema, ids: readonly string[]) => void;

/**
 * The active assignment rules of a package. The first entry that a record meets gives it an owner; as on the platform no trigger
 * hears of that. A record that meets none stays with whom it has.
 */
export function readAssignmentRules(files: MetadataFiles, store: RecordStore, world: FormulaWorld): AssignOwners {
  const rules = new Map<string, readonly Entry[]>();
  for (const { match, file } of filesOf(files, /(?:^|\/)([^/]+)\.assignmentRules-meta\.xml$/)) {
    const object = store.schema.find(match[1] ?? '');
    if (object === null) {
      throw new Error(`${file.place}: the org has no object ${match[1] ?? ''}.`);
    }
    const active = file.all('assignmentRule').filter((each) => each.readBoolean('active'));
    if (active.length > 1) {
      throw new Error(`${file.place}: only one assignment rule of an object may be active.`);
    }
    const entries = active.flatMap((each) => each.all('ruleEntry'));
    rules.set(
      object.name,
      entries.map((each) => readEntry(each, object, store, world)),
    );
  }
  return (object, ids) => {
    for (const id of rules.has(object.name) ? ids : []) {
      const record = store.findRecord(id);
      const entry = record === null ? undefined : rules.get(object.name)?.find((each) => each.matches(record));
      if (record !== null && entry !== undefined && entry.assignedTo !== null) {
        store.put(withFields(record, { ownerid: new ApexId(findOwner(store, entry.assignedTo)) }));
      }
    }
  };
}

const known = new Set([
  'assignedTo',
  'assignedToType',
  'booleanFilter',
  'criteriaItems',
  'formula',
  'template',
  'notifyCcRecipients',
  'overrideExistingTeams',
]);

function readEntry(element: MetadataElement, object: ObjectSchema, store: RecordStore, world: FormulaWorld): Entry {
  element.refuseOthers(known);
  if (element.read('template') !== null) {
    throw new Unsupported('an assignment rule that sends an e-mail (<template>)', element.place);
  }
  const formula = element.read('formula');
  const criteria = readCriteria(element, object);
  const type = element.read('assignedToType');
  if (type !== null && type !== 'User' && type !== 'Queue') {
    throw new Error(`${element.place}: records are assigned to a User or a Queue, not to a ${type}.`);
  }
  return {
    matches:
      formula === null
        ? criteria
        : (record) => evaluateFormula(formula, scopeOf(object, record, store, world)) === true,
    assignedTo: type === null ? null : { type, name: element.demand('assignedTo') },
  };
}

/** Looked for when a record is assigned: users come and go. */
function findOwner(store: RecordStore, { type, name }: NonNullable<Entry['assignedTo']>): string {
  const [objectName, field] = type === 'User' ? ['User', 'username'] : ['Group', 'developername'];
  const wanted = name.toLowerCase();
  for (const { id, fields } of store.recordsOf(objectName)) {
    const found = fields.get(field);
    if (typeof found === 'string' && found.toLowerCase() === wanted) {
      return id;
    }
  }
  throw new Error(`An assignment rule names ${name}, which is no ${type} of the org.`);
}
