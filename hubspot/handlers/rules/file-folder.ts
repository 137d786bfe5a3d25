import { CrmError } from '../crm/crm-error.ts';
import type { Crm, StoredFile } from '../crm/crm.ts';

/** One folder of the portal's file manager. A folder that is not there is an empty one. */
export class FileFolder {
  readonly #crm: Crm;
  readonly #folder: string;
  constructor(crm: Crm, folder: string) {
    this.#crm = crm;
    this.#folder = folder;
  }

  /** A file's content; null where there is none of that name. */
  async read(name: string): Promise<string | null> {
    const [file] = await this.list((each) => each === name);
    return file === undefined ? null : this.readFile(file);
  }

  /** The files of such names, without their contents. */
  async list(isWanted: (name: string) => boolean): Promise<StoredFile[]> {
    try {
      return (await this.#crm.listFiles(this.#folder)).filter(({ name }) => isWanted(name));
    } catch (error) {
      if (error instanceof CrmError && error.failure === 'notFound') return [];
      throw error;
    }
  }

  /** Null where the file went away since it was listed. */
  async readFile(file: StoredFile): Promise<string | null> {
    try {
      return await this.#crm.readFile(file);
    } catch (error) {
      if (error instanceof CrmError && error.failure === 'notFound') return null;
      throw error;
    }
  }

  async write(name: string, content: string): Promise<void> {
    await this.#crm.writeFile(this.#folder, name, content, name.endsWith('.html') ? 'text/html' : 'application/json');
  }

  /** Writes only where the file has another content. */
  async writeChanged(name: string, content: string): Promise<void> {
    if ((await this.read(name)) !== content) await this.write(name, content);
  }
}
