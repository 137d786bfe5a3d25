import { fieldNameOf, objectNameOf } from './row-names.ts';
import type { Column, RowTable } from '../../core/src/author/policy/row-tables.ts';
import { document, line } from './write-xml.ts';

/** The compact layout of every object: what stands in the head of a record's page. */
export const compactLayoutName = 'SbxMain';

/** Long texts take a row of their own and stand in no list. */
export function isLong(column: Column): boolean {
  return column.form === 'words' || column.form === 'several';
}

/** The head of a row's page: what the row is called and whether it counts. */
export function writeCompactLayout(table: RowTable): string {
  const shown = table.columns.filter((each) => !isLong(each)).slice(0, 4);
  return document('CompactLayout', [
    line('fullName', compactLayoutName),
    ...shown.map((each) => line('fields', fieldNameOf(each.column))),
    line('fields', 'Position__c'),
    line('label', 'Signalbox'),
  ]);
}

/** The pages of a kind of row, by path below the folder of rows: its page layout and its tab. */
export function describeRowPages(table: RowTable): Map<string, string> {
  const name = objectNameOf(table.kind);
  const short = name.slice(0, -'__c'.length);
  return new Map([
    [`layouts/${name}-${short}.layout-meta.xml`, writeLayout(table)],
    [`tabs/${name}.tab-meta.xml`, writeTab(table)],
  ]);
}

function writeLayout(table: RowTable): string {
  const plain = table.columns.filter((each) => !isLong(each)).map((each) => fieldNameOf(each.column));
  const long = table.columns.filter(isLong).map((each) => fieldNameOf(each.column));
  const all = [...plain, 'Position__c'];
  const half = Math.ceil(all.length / 2);
  return document('Layout', [
    ...writeSection(table.label, [all.slice(0, half), all.slice(half)], 'TwoColumnsTopToBottom'),
    ...(long.length === 0 ? [] : writeSection('Texts', [long], 'OneColumn')),
    line('showEmailCheckbox', 'false'),
    line('showHighlightsPanel', 'false'),
    line('showInteractionLogPanel', 'false'),
    line('showRunAssignmentRulesCheckbox', 'false'),
    line('showSubmitAndAttachButton', 'false'),
  ]);
}

function writeSection(label: string, columns: readonly (readonly string[])[], style: string): string[] {
  return [
    '  <layoutSections>',
    `  ${line('customLabel', 'true')}`,
    `  ${line('detailHeading', 'true')}`,
    `  ${line('editHeading', 'true')}`,
    `  ${line('label', label)}`,
    ...columns.flatMap((fields) => ['    <layoutColumns>', ...fields.flatMap(writeItem), '    </layoutColumns>']),
    `  ${line('style', style)}`,
    '  </layoutSections>',
  ];
}

function writeItem(field: string): string[] {
  return [
    '      <layoutItems>',
    `      ${line('behavior', 'Edit')}`,
    `      ${line('field', field)}`,
    '      </layoutItems>',
  ];
}

function writeTab(table: RowTable): string {
  return document('CustomTab', [
    line('customObject', 'true'),
    line('description', table.help),
    line('motif', 'Custom67: Gears'),
  ]);
}
