import { Unsupported } from '../../apex/run/apex-object.ts';
import type { ChangeHooks } from '../change/change-environment.ts';
import { changeError } from '../change/change-result.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import { asFormulaValue, printValue } from '../schema/formula/formula-values.ts';
import type { MetadataElement } from '../schema/metadata-element.ts';
import { filesOf, type MetadataFiles } from '../schema/metadata-files.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';

export type FindDuplicate = NonNullable<ChangeHooks['findDuplicate']>;

interface Match {
  readonly objectName: string;
  /** All have to be equal, and none may be empty. */
  readonly fields: readonly string[];
}

type Action = 'block' | 'alert' | 'none';

interface Rule {
  readonly objectName: string;
  readonly onInsert: Action;
  readonly onUpdate: Action;
  readonly message: string;
  readonly matches: readonly Match[];
}

/**
 * The active duplicate rules of a package with the matching rules that they name. A rule that blocks refuses the record; one that
 * allows with an alert refuses it unless the request says that it may be saved. An edit is compared only where it changes a field
 * that is matched. Only exact matching is built.
 */
export function readDuplicateRules(files: MetadataFiles, store: RecordStore): FindDuplicate {
  const matching = readMatchingRules(files, store);
  const rules = filesOf(files, /(?:^|\/)([^/.]+)\.([^/]+)\.duplicateRule-meta\.xml$/).flatMap(({ match, file }) =>
    file.readBoolean('isActive') ? [readRule(match[1] ?? '', file, matching)] : [],
  );
  return (object, fields, before, allowSave) => {
    for (const rule of rules) {
      const action = before === null ? rule.onInsert : rule.onUpdate;
      const isClosed = action === 'block' || (action === 'alert' && !allowSave);
      if (
        rule.objectName === object.name &&
        isClosed &&
        rule.matches.some((each) => isTouched(each, fields, before) && hasTwin(each, fields, before?.id ?? null, store))
      ) {
        return changeError('DUPLICATES_DETECTED', rule.message);
      }
    }
    return null;
  };
}

function readMatchingRules(files: MetadataFiles, store: RecordStore): ReadonlyMap<string, readonly string[]> {
  const rules = new Map<string, readonly string[]>();
  for (const { match, file } of filesOf(files, /(?:^|\/)([^/.]+)\.matchingRule-meta\.xml$/)) {
    const object = store.schema.find(match[1] ?? '');
    for (const rule of file.all('matchingRules')) {
      if (rule.read('booleanFilter') !== null) {
        throw new Unsupported('a matching rule with its own logic (<booleanFilter>)', file.place);
      }
      const fields = rule.all('matchingRuleItems').map((each) => readMatchedField(each, object));
      rules.set(`${match[1] ?? ''}.${rule.demand('fullName')}`, fields);
    }
  }
  return rules;
}

function readMatchedField(item: MetadataElement, object: ObjectSchema | null): string {
  const method = item.demand('matchingMethod');
  if (method !== 'Exact') {
    throw new Unsupported(`the matching method ${method}`, item.place);
  }
  if (item.read('blankValueBehavior') === 'MatchBlanks') {
    throw new Unsupported('a matching rule in which empty values match', item.place);
  }
  const name = item.demand('fieldName');
  if (object?.fields.has(name.toLowerCase()) !== true) {
    throw new Error(`${item.place}: ${object?.name ?? 'no object'} has no field ${name}.`);
  }
  return name.toLowerCase();
}

function readRule(objectName: string, file: MetadataElement, matching: ReadonlyMap<string, readonly string[]>): Rule {
  const filter = file.first('duplicateRuleFilter');
  if (filter !== null && filter.first('duplicateRuleFilterItems') !== null) {
    throw new Unsupported('a duplicate rule with conditions (<duplicateRuleFilter>)', file.place);
  }
  return {
    objectName,
    onInsert: readAction(file, 'Insert'),
    onUpdate: readAction(file, 'Update'),
    message: file.read('alertText') ?? 'Use one of these records?',
    matches: file.all('duplicateRuleMatchRules').map((each) => {
      const matched = each.demand('matchRuleSObjectType');
      const name = each.demand('matchingRule');
      const fields = matching.get(`${matched}.${name}`);
      if (fields === undefined) {
        throw new Error(`${file.place}: there is no matching rule ${name} of ${matched}.`);
      }
      if (matched !== objectName) {
        throw new Unsupported('a duplicate rule that compares records of two objects', file.place);
      }
      return { objectName: matched, fields };
    }),
  };
}

function readAction(file: MetadataElement, when: 'Insert' | 'Update'): Action {
  const action = file.read(`actionOn${when}`) ?? 'Allow';
  const isAlert = file.all(`operationsOn${when}`).some((each) => each.text === 'Alert');
  return action === 'Block' ? 'block' : isAlert ? 'alert' : 'none';
}

function isTouched(
  { fields: names }: Match,
  given: ReadonlyMap<string, unknown>,
  before: StoredRecord | null,
): boolean {
  return before === null || names.some((name) => keyOf(given.get(name)) !== keyOf(before.fields.get(name)));
}

function hasTwin(
  { objectName, fields }: Match,
  given: ReadonlyMap<string, unknown>,
  id: string | null,
  store: RecordStore,
): boolean {
  const wanted = fields.map((name) => keyOf(given.get(name)));
  const [first] = wanted;
  if (first === undefined || wanted.includes('')) {
    return false;
  }
  const object = store.schema.demand(objectName);
  const field = object.fields.get(fields[0] ?? '');
  const candidates = field === undefined ? [] : store.findBy(object, field, given.get(fields[0] ?? ''));
  return candidates.some(
    (record) => record.id !== id && fields.every((name, index) => keyOf(record.fields.get(name)) === wanted[index]),
  );
}

/** Exact matching does not mind case. */
function keyOf(value: unknown): string {
  return printValue(asFormulaValue(value)).toLowerCase();
}
