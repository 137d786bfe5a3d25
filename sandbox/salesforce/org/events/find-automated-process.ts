import { ApexSObject, recordTypeOf } from '../../apex/library/record/apex-sobject.ts';
import type { RecordStore } from '../records/record-store.ts';

/** The user that triggers of platform events run as: an org has one. */
export function findAutomatedProcess(store: RecordStore): ApexSObject | null {
  for (const user of store.recordsOf('User')) {
    if (user.fields.get('usertype') === 'AutomatedProcess') {
      return new ApexSObject(recordTypeOf('User'), new Map(user.fields));
    }
  }
  return null;
}
