import { ApexBlob } from '../../apex/library/text/apex-blob.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import { filesOf, type MetadataFiles } from '../schema/metadata-files.ts';
import type { RecordStore } from './record-store.ts';

/** Puts the static resources of a package into the store; each body stands beside its description as a file of any ending. */
export function seedStaticResources(store: RecordStore, files: MetadataFiles, namespace: string | null): void {
  for (const { match, file } of filesOf(files, /^(.*)\.resource-meta\.xml$/)) {
    const place = match[1] ?? '';
    const body = [...files].find(([path]) => path.startsWith(`${place}.`) && !path.endsWith('-meta.xml'))?.[1];
    if (body === undefined) {
      throw new Error(`${file.place} describes a static resource whose body is not there.`);
    }
    const content = new TextEncoder().encode(body);
    const id = store.nextId(store.schema.demand('StaticResource'));
    const fields = new Map<string, unknown>([
      ['id', new ApexId(id)],
      ['isdeleted', false],
      ['name', place.slice(place.lastIndexOf('/') + 1)],
      ['namespaceprefix', namespace],
      ['contenttype', file.demand('contentType')],
      ['cachecontrol', file.read('cacheControl') ?? 'Private'],
      ['description', file.read('description')],
      ['body', new ApexBlob(content)],
      ['bodylength', content.length],
    ]);
    store.put({ objectName: 'StaticResource', id, fields, isDeleted: false });
  }
}
