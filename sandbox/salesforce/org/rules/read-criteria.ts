import { Unsupported } from '../../apex/run/apex-object.ts';
import { matchFilter } from '../records/match-filter.ts';
import type { StoredRecord } from '../records/stored-record.ts';
import type { MetadataElement } from '../schema/metadata-element.ts';
import type { ObjectSchema } from '../schema/object-schema.ts';

/** Whether a record is one that a rule is about. */
export type Criteria = (record: StoredRecord) => boolean;

interface Item {
  readonly field: string;
  readonly operation: string;
  readonly value: string;
}

/**
 * The criteria of an entry of a rule, `<criteriaItems>` with a `<booleanFilter>` or all together:
 * readCriteria(entry, lead)(record). An entry without criteria is about every record.
 */
export function readCriteria(entry: MetadataElement, object: ObjectSchema): Criteria {
  const conditions = entry.all('criteriaItems').map((each): Criteria => {
    const item = readItem(each, object);
    return (record) => matchFilter(item, record);
  });
  const logic = entry.read('booleanFilter');
  return logic === null
    ? (record) => conditions.every((each) => each(record))
    : readLogic(logic, conditions, entry.place);
}

function readItem(element: MetadataElement, object: ObjectSchema): Item {
  element.refuseOthers(new Set(['field', 'operation', 'value']));
  const written = element.demand('field');
  const [objectName, field] = written.includes('.') ? written.split('.', 2) : [object.name, written];
  if (objectName !== object.name) {
    throw new Unsupported(`the criterion ${written} of another object`, element.place);
  }
  if (field === undefined || !object.fields.has(field.toLowerCase())) {
    throw new Error(`${element.place}: ${object.name} has no field ${field ?? written}.`);
  }
  return { field, operation: element.demand('operation'), value: element.read('value') ?? '' };
}

/** Conditions by their numbers: readLogic('1 AND (2 OR NOT 3)', conditions, place). Throws where the logic is malformed. */
export function readLogic(text: string, conditions: readonly Criteria[], place: string): Criteria {
  const tokens = text.match(/\d+|\w+|[()]/g) ?? [];
  let position = 0;
  const result = readOr();
  return position === tokens.length ? result : refuse();

  function refuse(): never {
    throw new Error(`${place}: "${text}" is no logic of conditions, such as 1 AND (2 OR 3).`);
  }

  function takeWord(word: string): boolean {
    const isNext = tokens[position]?.toUpperCase() === word;
    position += isNext ? 1 : 0;
    return isNext;
  }

  function readOr(): Criteria {
    const all = [readAnd()];
    while (takeWord('OR')) {
      all.push(readAnd());
    }
    return (record) => all.some((each) => each(record));
  }

  function readAnd(): Criteria {
    const all = [readOne()];
    while (takeWord('AND')) {
      all.push(readOne());
    }
    return (record) => all.every((each) => each(record));
  }

  function readOne(): Criteria {
    if (takeWord('NOT')) {
      const one = readOne();
      return (record) => !one(record);
    }
    if (takeWord('(')) {
      const inner = readOr();
      return takeWord(')') ? inner : refuse();
    }
    const found = conditions[Number(tokens[position++] ?? 0) - 1];
    return found ?? refuse();
  }
}
