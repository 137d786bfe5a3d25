import { objectNameOf, fieldNameOf } from './row-names.ts';
import type { Column, RowTable } from '../../core/src/author/policy/row-tables.ts';
import { compactLayoutName, isLong, writeCompactLayout } from './write-pages.ts';
import { document, line } from './write-xml.ts';

/** The place of a row among those of its kind, which every object has. */
const position: Column = {
  column: 'position',
  label: 'Position',
  help: 'Rows of one kind count in this order.',
  form: 'whole',
};

/** The metadata of a kind of row, by path below the folder of objects. */
export function describeRowObject(table: RowTable): Map<string, string> {
  const name = objectNameOf(table.kind);
  const columns = [position, ...table.columns];
  const files = new Map([[`${name}/${name}.object-meta.xml`, writeObject(table)]]);
  for (const column of columns) {
    files.set(`${name}/fields/${fieldNameOf(column.column)}.field-meta.xml`, writeField(column));
  }
  files.set(`${name}/listViews/All.listView-meta.xml`, writeListView('All', table.plural, columns, []));
  if (table.columns.some((each) => each.column === 'isActive')) {
    files.set(`${name}/listViews/Active.listView-meta.xml`, writeListView('Active', table.plural, columns, onlyActive));
  }
  files.set(`${name}/compactLayouts/${compactLayoutName}.compactLayout-meta.xml`, writeCompactLayout(table));
  return files;
}

function writeObject(table: RowTable): string {
  return document('CustomObject', [
    line('compactLayoutAssignment', compactLayoutName),
    line('deploymentStatus', 'Deployed'),
    line('description', table.help),
    line('enableActivities', 'false'),
    line('enableHistory', 'true'),
    line('enableReports', 'true'),
    line('enableSearch', 'true'),
    line('label', `Signalbox ${table.label}`),
    '  <nameField>',
    `  ${line('displayFormat', '{00000}')}`,
    `  ${line('label', 'Row')}`,
    `  ${line('type', 'AutoNumber')}`,
    '  </nameField>',
    line('pluralLabel', `Signalbox ${table.plural}`),
    line('sharingModel', 'ReadWrite'),
  ]);
}

function writeField(column: Column): string {
  const help = column.help === '' ? [] : [line('inlineHelpText', column.help)];
  const head = [line('fullName', fieldNameOf(column.column)), ...help, line('label', column.label)];
  return document('CustomField', [...head, ...formOf(column)]);
}

function formOf(column: Column): string[] {
  switch (column.form) {
    case 'key':
      return [line('length', '40'), line('required', 'false'), line('trackHistory', 'true'), line('type', 'Text')];
    case 'text':
      return [
        line('length', String(column.length)),
        line('required', 'false'),
        line('trackHistory', 'true'),
        line('type', 'Text'),
      ];
    case 'words':
    case 'several':
      return [
        line('length', '32768'),
        line('trackHistory', 'true'),
        line('type', 'LongTextArea'),
        line('visibleLines', '4'),
      ];
    case 'whole':
      return [
        line('precision', '18'),
        line('required', 'false'),
        line('scale', '0'),
        line('trackHistory', 'true'),
        line('type', 'Number'),
      ];
    case 'flag':
      return [line('defaultValue', 'false'), line('trackHistory', 'true'), line('type', 'Checkbox')];
    case 'choice':
      return [
        line('required', 'false'),
        line('trackHistory', 'true'),
        line('type', 'Picklist'),
        '  <valueSet>',
        '    <restricted>true</restricted>',
        '    <valueSetDefinition>',
        '      <sorted>false</sorted>',
        ...column.choices.flatMap((choice) => [
          '      <value>',
          `        <fullName>${choice}</fullName>`,
          '        <default>false</default>',
          `        <label>${choice}</label>`,
          '      </value>',
        ]),
        '    </valueSetDefinition>',
        '  </valueSet>',
      ];
  }
}

const onlyActive = [
  '  <filters>',
  `  ${line('field', 'IsActive__c')}`,
  `  ${line('operation', 'equals')}`,
  `  ${line('value', '1')}`,
  '  </filters>',
];

/** Long texts cannot stand in a list view. The position comes first, so that one click sorts by it. */
function writeListView(
  name: 'All' | 'Active',
  plural: string,
  columns: readonly Column[],
  filters: readonly string[],
): string {
  const shown = columns.filter((each) => !isLong(each)).slice(0, 15);
  return document('ListView', [
    line('fullName', name),
    ...shown.map((each) => line('columns', fieldNameOf(each.column))),
    line('filterScope', 'Everything'),
    ...filters,
    line('label', `${name} ${name === 'All' ? plural : plural.toLowerCase()}`),
  ]);
}
