import { ask } from './host.js';
import { makeSharedAdapter, refreshWhere } from './shared-data.js';

/** A record with the fields asked for, as the user may see it. */
export const getRecord = makeSharedAdapter(({ recordId, fields, optionalFields, layoutTypes }) => {
  if (layoutTypes !== undefined) throw new Error('Unsupported: getRecord with layoutTypes; name the fields.');
  if (recordId === undefined || recordId === null) return null;
  if (fields === undefined && optionalFields === undefined) return null;
  const request = {
    kind: 'get',
    recordId,
    fields: namesOf(fields ?? []),
    optionalFields: namesOf(optionalFields ?? []),
  };
  return { key: `record ${recordId} ${JSON.stringify(request)}`, ask: () => ask('/record-data', request) };
});

export const getFieldValue = (record, field) => findField(record, field)?.value;

export const getFieldDisplayValue = (record, field) => findField(record, field)?.displayValue;

/** Changes fields; whoever shows the record gets the new values. */
export async function updateRecord({ fields }) {
  const { Id: recordId, ...changed } = fields;
  if (recordId === undefined) throw new Error('updateRecord needs the field Id.');
  const record = await ask('/record-data', { kind: 'update', recordId, fields: changed });
  await refreshRecord(recordId);
  return record;
}

/** Tells that records were changed by other means, such as Apex. */
export async function notifyRecordUpdateAvailable(records) {
  await Promise.all(records.map(({ recordId }) => refreshRecord(recordId)));
}

/** The older name of the same. */
export const getRecordNotifyChange = (records) => void notifyRecordUpdateAvailable(records);

function refreshRecord(recordId) {
  return refreshWhere((key) => key.startsWith(`record ${recordId} `));
}

function namesOf(fields) {
  return [fields].flat().map((field) => (typeof field === 'string' ? field : nameOf(field)));
}

const nameOf = (field) => `${field.objectApiName}.${field.fieldApiName}`;

// "Lead.Owner.Name" is the field Name of the record that is the value of the field Owner.
function findField(record, field) {
  const [, ...names] = (typeof field === 'string' ? field : nameOf(field)).split('.');
  let found = { value: record };
  for (const name of names) found = found?.value?.fields?.[name];
  return found;
}
