import type { Column } from '../../../core/src/author/policy/row-tables.ts';
import type { PropertyDefinition, SchemaDefinition } from '../crm/crm.ts';
import { draftTables } from './draft-row.ts';
import { groupByKey } from './group-by-key.ts';

/** What every row has beside the columns of its kind. */
export const rowProperty = {
  /** What a list view shows of it: a rule's sentence, else its label and keys. Written by Signalbox, never read. */
  title: 'sbx_title',
  kind: 'sbx_row_kind',
  position: 'sbx_position',
  /** What is wrong with the row, in words. Written by Signalbox, never read. */
  problem: 'sbx_problem',
} as const;

/** The property of a column: propertyOf('destinationKey') → 'sbx_destination_key'. */
export function propertyOf(column: string): string {
  return `sbx_${column.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`)}`;
}

/** A column with its property. One of the same name in several kinds is one property. */
export type ColumnProperty = {
  readonly column: string;
  readonly form: Column['form'];
  readonly definition: PropertyDefinition;
};

const flagOptions = [
  { label: 'Yes', value: 'yes' },
  { label: 'No', value: 'no' },
];

/** Every distinct column, in the order in which the tables first name it. */
export function columnProperties(): ColumnProperty[] {
  const users = draftTables.flatMap((table) => table.columns.map((column) => ({ kindLabel: table.label, column })));
  return [...groupByKey(users, ({ column }) => column.column)].map(([name, all]) => ({
    column: name,
    form: all[0]!.column.form,
    definition: {
      name: propertyOf(name),
      label: [...new Set(all.map(({ column }) => column.label))].join(' / '),
      description: describeColumn(all),
      ...formOf(all.map(({ column }) => column)),
      groupName: '',
      hasUniqueValue: false,
    },
  }));
}

/** What the kinds say of a column: once where all say the same, else each under its own name. */
function describeColumn(users: readonly { kindLabel: string; column: Column }[]): string {
  const helps = [...new Set(users.map(({ column }) => column.help).filter((help) => help !== ''))];
  const kinds = `Column of: ${users.map(({ kindLabel }) => kindLabel).join(', ')}.`;
  if (helps.length <= 1) return [...helps, kinds].join(' ');
  const told = users.filter(({ column }) => column.help !== '');
  return [...told.map(({ kindLabel, column }) => `${kindLabel}: ${column.help}`), kinds].join(' ');
}

function formOf(columns: readonly Column[]): Pick<PropertyDefinition, 'type' | 'fieldType' | 'options'> {
  const forms = new Set(columns.map(({ form }) => (form === 'key' ? 'text' : form === 'several' ? 'words' : form)));
  if (forms.size > 1) {
    throw new Error(`The column ${columns[0]!.column} has several forms: ${[...forms].join(', ')}.`);
  }
  switch (columns[0]!.form) {
    case 'key':
    case 'text':
      return { type: 'string', fieldType: 'text', options: [] };
    case 'words':
    case 'several':
      return { type: 'string', fieldType: 'textarea', options: [] };
    case 'whole':
      return { type: 'number', fieldType: 'number', options: [] };
    case 'flag':
      return { type: 'enumeration', fieldType: 'select', options: flagOptions };
    case 'choice': {
      const values = new Set(columns.flatMap((column) => (column.form === 'choice' ? column.choices : [])));
      const options = [...values].map((value) => ({ label: wordsOfName(value), value }));
      return { type: 'enumeration', fieldType: 'select', options };
    }
  }
}

/** wordsOfName('isOneOf') → 'is one of'. */
export function wordsOfName(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
}

/** The object type of all rows. HubSpot makes a group with it, which takes the properties that name none. */
export function rowSchema(typeName: string): SchemaDefinition {
  const own = { groupName: '', hasUniqueValue: false, options: [] } as const;
  return {
    name: typeName,
    labels: { singular: 'Signalbox rule', plural: 'Signalbox rules' },
    primaryDisplayProperty: rowProperty.title,
    secondaryDisplayProperties: [rowProperty.kind, rowProperty.problem],
    requiredProperties: [rowProperty.title, rowProperty.kind, rowProperty.position],
    properties: [
      {
        ...own,
        name: rowProperty.title,
        label: 'Title',
        description: 'What the row says. Signalbox writes it anew after each change.',
        type: 'string',
        fieldType: 'text',
      },
      {
        ...own,
        name: rowProperty.kind,
        label: 'Kind of row',
        description: draftTables.map(({ label, help }) => `${label}: ${help}`).join(' '),
        type: 'enumeration',
        fieldType: 'select',
        options: draftTables.map(({ kind, label }) => ({ label, value: kind })),
      },
      {
        ...own,
        name: rowProperty.position,
        label: 'Position',
        description: 'Orders the rows of a kind, from 0. Whole numbers; gaps do not matter.',
        type: 'number',
        fieldType: 'number',
      },
      {
        ...own,
        name: rowProperty.problem,
        label: 'Problem',
        description: 'What keeps this row from being published. Signalbox writes it, and takes it away.',
        type: 'string',
        fieldType: 'textarea',
      },
      ...columnProperties().map(({ definition }) => definition),
    ],
  };
}
