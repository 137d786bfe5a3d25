import { readObjectTable } from '../../apex/library/record/read-object-table.ts';
import { describeStandard } from './describe-standard.ts';
import type { ObjectSchema } from './object-schema.ts';

/** The objects that come with a custom one: Order__Share and Order__History beside Order__c. */
export function describeCompanions(object: ObjectSchema): ObjectSchema[] {
  if (object.kind !== 'custom') {
    return [];
  }
  const stem = object.name.replace(/__c$/, '');
  // Shares can be inserted, so they need ids of their own; on the platform those of all objects begin alike.
  const share = `${stem}__Share ${object.keyPrefix?.replace(/^./, 'z') ?? '-'} "${object.label} Share"
  reference: ParentId>${object.name} UserOrGroupId>User,Group=UserOrGroup
  picklist: AccessLevel RowCause`;
  const history = `${stem}__History - "${object.label} History"
  reference: ParentId>${object.name}
  picklist: Field DataType
  anytype: OldValue NewValue`;
  const isOwned = object.fields.has('ownerid');
  return readObjectTable(isOwned ? `${share}\n${history}` : history).map(describeStandard);
}
