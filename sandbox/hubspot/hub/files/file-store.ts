import { invalid, notFound } from '../http/refusal.ts';
import { splitName, type FileAccess, type StoredFile, type StoredFolder } from './stored-file.ts';

/** A file to be kept. */
export type NewFile = {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
  readonly access: FileAccess;
  readonly folderId: string | null;
};

/** What happens where a file of that name is there already. */
export type SameName = 'overwrite' | 'reject' | 'returnExisting' | 'number';

/** The files of a portal in their folders. */
export class FileStore {
  private readonly now: () => number;
  private readonly newId: () => string;
  private readonly files = new Map<string, StoredFile>();
  private readonly folders = new Map<string, StoredFolder>();

  constructor(now: () => number, newId: () => string) {
    this.now = now;
    this.newId = newId;
  }

  add(file: NewFile, sameName: SameName): StoredFile {
    const { name, extension } = splitName(file.fileName);
    const same = this.findNamed(file.folderId, name, extension);
    if (same !== null && sameName === 'returnExisting') return same;
    if (same !== null && sameName === 'reject') throw invalid('A file of that name is in the folder already.');
    if (same !== null && sameName === 'overwrite')
      return this.put({ ...same, ...contentOf(file), access: file.access });
    const now = this.now();
    return this.put({
      id: this.newId(),
      name: this.freeName(file.folderId, name, extension),
      extension,
      folderId: file.folderId,
      access: file.access,
      ...contentOf(file),
      createdAt: now,
    });
  }

  /** Another content under the same id, name and folder. */
  replace(id: string, file: Omit<NewFile, 'folderId' | 'access'>, access: FileAccess | null): StoredFile {
    const found = this.get(id);
    return this.put({ ...found, ...contentOf(file), access: access ?? found.access });
  }

  change(id: string, changes: Partial<Pick<StoredFile, 'name' | 'folderId' | 'access'>>): StoredFile {
    return this.put({ ...this.get(id), ...changes });
  }

  /** @throws Refusal 404 */
  get(id: string): StoredFile {
    const found = this.files.get(id);
    if (found === undefined) throw notFound(`No file with the id ${id} was found.`);
    return found;
  }

  remove(id: string): void {
    this.get(id);
    this.files.delete(id);
  }

  /** In the order of their ids. */
  list(): StoredFile[] {
    return [...this.files.values()].toSorted((one, other) => Number(one.id) - Number(other.id));
  }

  listFolders(): StoredFolder[] {
    return [...this.folders.values()].toSorted((one, other) => Number(one.id) - Number(other.id));
  }

  /** Finds the folder, and makes those of the path that are missing: `/signalbox/revisions`. */
  makeFolders(path: string): StoredFolder | null {
    return path
      .split('/')
      .filter((each) => each !== '')
      .reduce<StoredFolder | null>(
        (parent, name) => this.childOf(parent, name) ?? this.makeFolder(name, parent?.id ?? null),
        null,
      );
  }

  makeFolder(name: string, parentId: string | null): StoredFolder {
    const parent = parentId === null ? null : this.getFolder(parentId);
    if (this.childOf(parent, name) !== null) throw invalid('A folder of that name is there already.');
    const now = this.now();
    const path = `${parent?.path ?? ''}/${name}`;
    const folder = { id: this.newId(), name, parentId, path, createdAt: now, updatedAt: now };
    this.folders.set(folder.id, folder);
    return folder;
  }

  /** By its id or its path. @throws Refusal 404 */
  getFolder(idOrPath: string): StoredFolder {
    const path = `/${idOrPath.replace(/^\//, '')}`;
    const found = this.folders.get(idOrPath) ?? this.listFolders().find((each) => each.path === path);
    if (found === undefined) throw notFound('No such folder was found.');
    return found;
  }

  removeFolder(idOrPath: string): void {
    const { id } = this.getFolder(idOrPath);
    for (const folder of this.listFolders().filter((each) => each.parentId === id)) this.removeFolder(folder.id);
    for (const file of this.list().filter((each) => each.folderId === id)) this.files.delete(file.id);
    this.folders.delete(id);
  }

  /** `/folder/name.extension`. */
  pathOf({ folderId, name, extension }: StoredFile): string {
    const folder = folderId === null ? '' : this.getFolder(folderId).path;
    return `${folder}/${name}${extension === '' ? '' : `.${extension}`}`;
  }

  private childOf(parent: StoredFolder | null, name: string): StoredFolder | null {
    return this.listFolders().find((each) => each.parentId === (parent?.id ?? null) && each.name === name) ?? null;
  }

  private findNamed(folderId: string | null, name: string, extension: string): StoredFile | null {
    const isSame = (each: StoredFile): boolean =>
      each.folderId === folderId && each.name === name && each.extension === extension;
    return this.list().find(isSame) ?? null;
  }

  // HubSpot numbers files that would have the same name.
  private freeName(folderId: string | null, name: string, extension: string): string {
    let free = name;
    for (let number = 1; this.findNamed(folderId, free, extension) !== null; number += 1) free = `${name}-${number}`;
    return free;
  }

  private put(file: Omit<StoredFile, 'updatedAt'>): StoredFile {
    const kept = { ...file, updatedAt: this.now() };
    this.files.set(kept.id, kept);
    return kept;
  }
}

function contentOf({
  content,
  mediaType,
}: Pick<NewFile, 'content' | 'mediaType'>): Pick<NewFile, 'content' | 'mediaType'> {
  return { content, mediaType };
}
