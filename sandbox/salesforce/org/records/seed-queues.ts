import { ApexId } from '../../apex/library/text/apex-id.ts';
import { filesOf, type MetadataFiles } from '../schema/metadata-files.ts';
import type { RecordStore } from './record-store.ts';

/** Puts the queues of a package into the store, as groups with the objects whose records they may own. */
export function seedQueues(store: RecordStore, files: MetadataFiles): void {
  for (const { match, file } of filesOf(files, /(?:^|\/)([^/]+)\.queue-meta\.xml$/)) {
    file.refuseOthers(
      new Set(['fullName', 'name', 'description', 'doesSendEmailToMembers', 'email', 'queueSobject', 'queueMembers']),
    );
    const queueId = put(store, 'Group', {
      Name: file.demand('name'),
      DeveloperName: match[1] ?? '',
      Type: 'Queue',
      Email: file.read('email'),
      DoesSendEmailToMembers: file.readBoolean('doesSendEmailToMembers'),
    });
    for (const each of file.all('queueSobject')) {
      const name = each.demand('sobjectType');
      const object = store.schema.find(name);
      if (object === null) {
        throw new Error(`${file.place}: the queue is for ${name}, which the org does not have.`);
      }
      put(store, 'QueueSobject', { QueueId: queueId, SobjectType: object.name });
    }
  }
}

function put(store: RecordStore, objectName: string, values: Readonly<Record<string, unknown>>): ApexId {
  const id = store.nextId(store.schema.demand(objectName));
  const given = Object.entries(values).filter(([, value]) => value !== null);
  const fields = new Map<string, unknown>([
    ['id', new ApexId(id)],
    ['isdeleted', false],
    ...given.map(([name, value]) => [name.toLowerCase(), value] as const),
  ]);
  store.put({ objectName, id, fields, isDeleted: false });
  return new ApexId(id);
}
