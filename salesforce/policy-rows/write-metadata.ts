import { objectNameOf, fieldNameOf } from './row-names.ts';
import type { Column, RowTable } from './row-tables.ts';

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
  files.set(`${name}/listViews/All.listView-meta.xml`, writeListView(table.plural, columns));
  return files;
}

function writeObject(table: RowTable): string {
  return document('CustomObject', [
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

/** Long texts cannot stand in a list view. */
function writeListView(plural: string, columns: readonly Column[]): string {
  const shown = columns.filter((each) => each.form !== 'words' && each.form !== 'several').slice(0, 15);
  return document('ListView', [
    line('fullName', 'All'),
    ...shown.map((each) => line('columns', fieldNameOf(each.column))),
    line('filterScope', 'Everything'),
    line('label', `All ${plural}`),
  ]);
}

function document(type: string, lines: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${type} xmlns="http://soap.sforce.com/2006/04/metadata">`,
    ...lines,
    `</${type}>`,
    '',
  ].join('\n');
}

function line(name: string, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `  <${name}>${escaped}</${name}>`;
}
