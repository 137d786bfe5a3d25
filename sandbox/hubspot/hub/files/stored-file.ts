export type FileAccess =
  'PUBLIC_INDEXABLE' | 'PUBLIC_NOT_INDEXABLE' | 'HIDDEN_INDEXABLE' | 'HIDDEN_NOT_INDEXABLE' | 'PRIVATE';

export const fileAccesses: readonly FileAccess[] = [
  'PUBLIC_INDEXABLE',
  'PUBLIC_NOT_INDEXABLE',
  'HIDDEN_INDEXABLE',
  'HIDDEN_NOT_INDEXABLE',
  'PRIVATE',
];

export type StoredFolder = {
  readonly id: string;
  readonly name: string;
  /** Null at the top. */
  readonly parentId: string | null;
  readonly path: string;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** A file of a portal, with its content. */
export type StoredFile = {
  readonly id: string;
  /** Without the extension. */
  readonly name: string;
  readonly extension: string;
  readonly folderId: string | null;
  readonly access: FileAccess;
  readonly mediaType: string;
  readonly content: Buffer;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** HubSpot's own sorting of files by what they are. */
export function kindOfFile({ mediaType }: StoredFile): string {
  const family = mediaType.split('/')[0]!;
  if (family === 'image') return 'IMG';
  if (family === 'video') return 'MOVIE';
  if (family === 'audio') return 'AUDIO';
  return family === 'text' || /json|pdf|document/.test(mediaType) ? 'DOCUMENT' : 'OTHER';
}

/** `report.v2.html` → `report.v2` and `html`. */
export function splitName(fileName: string): { name: string; extension: string } {
  const dot = fileName.lastIndexOf('.');
  return dot <= 0
    ? { name: fileName, extension: '' }
    : { name: fileName.slice(0, dot), extension: fileName.slice(dot + 1).toLowerCase() };
}
