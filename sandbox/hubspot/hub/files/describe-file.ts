import { createHash } from 'node:crypto';
import type { FileStore } from './file-store.ts';
import { kindOfFile, type StoredFile, type StoredFolder } from './stored-file.ts';

/** A file as the API describes it. */
export function describeFile(store: FileStore, file: StoredFile, url: string): Record<string, unknown> {
  return {
    id: file.id,
    createdAt: new Date(file.createdAt).toISOString(),
    updatedAt: new Date(file.updatedAt).toISOString(),
    archived: false,
    parentFolderId: file.folderId,
    name: file.name,
    path: store.pathOf(file),
    size: file.content.length,
    type: kindOfFile(file),
    extension: file.extension,
    encoding: file.mediaType.startsWith('text/') || file.mediaType.includes('json') ? 'utf-8' : null,
    defaultHostingUrl: url,
    url,
    isUsableInContent: file.access !== 'PRIVATE',
    access: file.access,
    fileMd5: createHash('md5').update(file.content).digest('hex'),
    sourceGroup: 'CONTENT',
  };
}

export function describeFolder({
  id,
  name,
  parentId,
  path,
  createdAt,
  updatedAt,
}: StoredFolder): Record<string, unknown> {
  return {
    id,
    name,
    path,
    parentFolderId: parentId,
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: new Date(updatedAt).toISOString(),
    archived: false,
  };
}
