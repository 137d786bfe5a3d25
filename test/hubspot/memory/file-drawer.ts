import { CrmError } from '../../../hubspot/handlers/crm/crm-error.ts';
import type { StoredFile } from '../../../hubspot/handlers/crm/crm.ts';

/** The files of a portal by folder and name. Writing a name again keeps the file's id. */
export class FileDrawer {
  readonly #files = new Map<string, { readonly file: StoredFile; readonly content: string }>();

  write(folder: string, name: string, content: string, newId: string, now: number): StoredFile {
    const place = `${folder}/${name}`;
    const file = { id: this.#files.get(place)?.file.id ?? newId, name, updatedAt: now };
    this.#files.set(place, { file, content });
    return file;
  }

  list(folder: string): StoredFile[] {
    return [...this.#files]
      .filter(([place, { file }]) => place === `${folder}/${file.name}`)
      .map(([, stored]) => stored.file);
  }

  read(file: StoredFile): string {
    const found = [...this.#files.values()].find((stored) => stored.file.id === file.id);
    if (found === undefined) {
      throw new CrmError('notFound', 'HubSpot has no such file.', { status: 404, category: 'OBJECT_NOT_FOUND' });
    }
    return found.content;
  }
}
