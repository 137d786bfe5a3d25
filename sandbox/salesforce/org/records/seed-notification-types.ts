import { ApexId } from '../../apex/library/text/apex-id.ts';
import { filesOf, type MetadataFiles } from '../schema/metadata-files.ts';
import type { RecordStore } from './record-store.ts';

/** Puts the custom notification types of a package into the store: only metadata makes them. */
export function seedNotificationTypes(store: RecordStore, files: MetadataFiles, namespace: string | null = null): void {
  for (const { match, file } of filesOf(files, /(?:^|\/)([^/]+)\.notiftype-meta\.xml$/)) {
    file.refuseOthers(new Set(['customNotifTypeName', 'description', 'desktop', 'masterLabel', 'mobile', 'slack']));
    const id = store.nextId(store.schema.demand('CustomNotificationType'));
    const fields = new Map<string, unknown>([
      ['id', new ApexId(id)],
      ['isdeleted', false],
      ['developername', match[1] ?? ''],
      ['namespaceprefix', namespace],
      ['customnotiftypename', file.demand('customNotifTypeName')],
      ['masterlabel', file.demand('masterLabel')],
      ['desktop', file.readBoolean('desktop')],
      ['mobile', file.readBoolean('mobile')],
    ]);
    store.put({ objectName: 'CustomNotificationType', id, fields, isDeleted: false });
  }
}
