import { displayTypeOf } from '../../apex/library/record/display-type.ts';
import type { FieldDescription, ObjectDescription } from '../../apex/run/org.ts';
import { describedField, type FieldSchema, type Picklist } from './field-schema.ts';
import type { ObjectSchema } from './object-schema.ts';
import { standardRules } from './standard-rules.ts';

type Rules = ReadonlyMap<string, Partial<FieldSchema>>;

const platformFields = new Set([
  'id',
  'isdeleted',
  'createdbyid',
  'createddate',
  'lastmodifiedbyid',
  'lastmodifieddate',
  'systemmodstamp',
]);

const usualLengths: Readonly<Record<string, number>> = {
  STRING: 255,
  URL: 255,
  PHONE: 40,
  EMAIL: 80,
  PICKLIST: 255,
  TEXTAREA: 32_000,
};

let rules: ReadonlyMap<string, Rules> | null = null;

/** A standard object with what saving needs: describeStandard(Lead).fields.get('lastname')?.isRequired → true. */
export function describeStandard(object: ObjectDescription): ObjectSchema {
  rules ??= readRules(standardRules);
  const ofObject: Rules = rules.get(object.name) ?? new Map<string, Partial<FieldSchema>>();
  const fields = new Map<string, FieldSchema>();
  for (const [name, field] of object.fields) {
    const rule = ofObject.get(name) ?? {};
    fields.set(name, { ...describePlain(field), ...rule });
  }
  const unknown = [...ofObject.keys()].find((name) => !fields.has(name));
  if (unknown !== undefined) {
    throw new Error(`${object.name} has a rule for ${unknown}, which is none of its fields.`);
  }
  return {
    name: object.name,
    label: object.label,
    pluralLabel: `${object.label}s`,
    keyPrefix: object.keyPrefix,
    kind: 'standard',
    fields,
    children: new Map(object.children),
    validationRules: [],
    recordTypes: [],
    computedFields: [],
  };
}

/** A field that a table describes, with what follows from its type: checkboxes begin as false. */
export function describePlain(field: FieldDescription): FieldSchema {
  const displayType = displayTypeOf(field);
  return describedField(
    { ...field, displayType },
    {
      length: usualLengths[displayType] ?? null,
      isWritable: !platformFields.has(field.name.toLowerCase()),
      defaultFormula: displayType === 'BOOLEAN' ? 'false' : null,
    },
  );
}

function readRules(text: string): Map<string, Rules> {
  const found = new Map<string, Rules>();
  for (const block of text.trim().split(/\n(?=\S)/)) {
    const [name = '', ...lines] = block.split('\n');
    const ofObject = new Map<string, Partial<FieldSchema>>();
    const add = (field: string, rule: Partial<FieldSchema>) => {
      ofObject.set(field.toLowerCase(), { ...ofObject.get(field.toLowerCase()), ...rule });
    };
    for (const line of lines) {
      const [, kind = '', rest = ''] = /^ {2}([a-z ]+): (.*)$/.exec(line) ?? [];
      readRule(kind, rest, add);
    }
    found.set(name, ofObject);
  }
  return found;
}

function readRule(kind: string, rest: string, add: (field: string, rule: Partial<FieldSchema>) => void): void {
  const [field = '', value = ''] = splitAtEquals(rest);
  switch (kind) {
    case 'required':
      rest.split(' ').forEach((each) => add(each, { isRequired: true }));
      break;
    case 'unique':
      rest.split(' ').forEach((each) => add(each, { isUnique: true }));
      break;
    case 'length':
      rest
        .split(' ')
        .map(splitAtEquals)
        .forEach(([each, length]) => add(each, { length: Number(length) }));
      break;
    case 'scale':
      rest
        .split(' ')
        .map(splitAtEquals)
        .forEach(([each, scale]) => add(each, { scale: Number(scale) }));
      break;
    case 'cascade':
    case 'restrict':
      rest.split(' ').forEach((each) => add(each, { deleteRule: kind }));
      break;
    case 'set by the platform':
      rest.split(' ').forEach((each) => add(each, { isWritable: false }));
      break;
    case 'default':
      rest
        .split(' ')
        .map(splitAtEquals)
        .forEach(([each, formula]) => add(each, { defaultFormula: formula }));
      break;
    case 'number':
      add(field, { autoNumber: { format: value, start: 1000 } });
      break;
    case 'picklist':
      add(field.replace('!', ''), { picklist: readPicklist(value, field.startsWith('!')) });
      break;
    default:
      throw new Error(`There is no rule of the kind "${kind}".`);
  }
}

function splitAtEquals(text: string): [string, string] {
  const at = text.indexOf('=');
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function readPicklist(text: string, isRestricted: boolean): Picklist {
  return {
    isRestricted,
    values: text.split('|').map((each) => {
      const value = each.replace(/\*$/, '');
      return { value, label: value, isDefault: each.endsWith('*'), isActive: true };
    }),
  };
}
