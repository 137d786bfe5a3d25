import { typeOf } from '../../types/apex-type.ts';
import type { BuiltinType } from '../define.ts';
import { raiseNullArgument } from '../raise.ts';
import type { ApexSObject, SaveOptions } from '../record/apex-sobject.ts';
import { PlainData, plainDataType } from './plain-data.ts';

const headers = 'Database.DMLOptions';

/** Database.DMLOptions and its headers, of which each is there from the start. */
export const dmlOptionTypes: readonly BuiltinType[] = [
  plainDataType(
    headers,
    [
      'Boolean allowFieldTruncation',
      'Boolean optAllOrNone',
      'String localeOptions',
      `${headers}.AssignmentRuleHeader assignmentRuleHeader`,
      `${headers}.DuplicateRuleHeader duplicateRuleHeader`,
      `${headers}.EmailHeader emailHeader`,
    ],
    {
      assignmentRuleHeader: () => new PlainData(typeOf(`${headers}.AssignmentRuleHeader`)),
      duplicateRuleHeader: () => new PlainData(typeOf(`${headers}.DuplicateRuleHeader`)),
      emailHeader: () => new PlainData(typeOf(`${headers}.EmailHeader`)),
    },
  ),
  plainDataType(`${headers}.AssignmentRuleHeader`, ['Id assignmentRuleID', 'Boolean useDefaultRule']),
  plainDataType(`${headers}.DuplicateRuleHeader`, [
    'Boolean allowSave',
    'Boolean includeRecordDetails',
    'Boolean runAsCurrentUser',
  ]),
  plainDataType(`${headers}.EmailHeader`, [
    'Boolean triggerAutoResponseEmail',
    'Boolean triggerOtherEmail',
    'Boolean triggerUserEmail',
  ]),
];

/** What options say about saving: saveOptionsOf(options).useAssignmentRules; null where they say nothing. */
export function saveOptionsOf(options: PlainData): SaveOptions {
  const assignment = headerOf(options, 'assignmentRuleHeader');
  const allowSave = headerOf(options, 'duplicateRuleHeader')?.values.get('allowSave');
  const usesDefault = assignment?.values.get('useDefaultRule') === true;
  const usesOne = (assignment?.values.get('assignmentRuleID') ?? null) !== null;
  return {
    // An org has one active rule of an object, so that naming it is the same as asking for the active one.
    useAssignmentRules: usesDefault || usesOne ? true : null,
    allowDuplicates: typeof allowSave === 'boolean' ? allowSave : null,
  };
}

function headerOf({ values }: PlainData, name: string): PlainData | null {
  const header = values.get(name);
  return header instanceof PlainData ? header : null;
}

const given = new WeakMap<ApexSObject, PlainData>();

/** `record.setOptions(options)` */
export function setOptions(record: ApexSObject, options: PlainData | null): void {
  given.set(record, options ?? raiseNullArgument());
  record.saveOptions = saveOptionsOf(options ?? raiseNullArgument());
}

/** `record.getOptions()` */
export function getOptions(record: ApexSObject): PlainData | null {
  return given.get(record) ?? null;
}
