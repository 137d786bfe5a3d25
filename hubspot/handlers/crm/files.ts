import {
  createConfiguration,
  FilesApi,
  FoldersApi,
  ServerConfiguration,
  wrapHttpLibrary,
} from '@hubspot/api-client/lib/codegen/files/index.js';
import * as z from 'zod';
import type { HubSpotCalls } from './calls/hubspot-calls.ts';
import type { StoredFile } from './crm.ts';
import { CrmError } from './crm-error.ts';
import { compareIds } from './objects/record-answer.ts';
import { idSchema, pagingSchema, readAnswer } from './read-answer.ts';

const pageSize = 100;
const signedSeconds = 300;

const fileSchema = z
  .looseObject({
    id: idSchema,
    name: z.string().nullish(),
    extension: z.string().nullish(),
    // The upload is not deserialized by the library, the search is.
    updatedAt: z.union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))]),
  })
  .transform((file): StoredFile => ({
    id: file.id,
    name: wholeName(file.name ?? '', file.extension ?? ''),
    updatedAt: file.updatedAt.getTime(),
  }));

const pageSchema = z.looseObject({ results: z.array(fileSchema), paging: pagingSchema });
const folderSchema = z.looseObject({ id: idSchema });
const signedSchema = z.looseObject({ url: z.url() });

/** The files of a portal, each private. */
export class Files {
  readonly #calls: HubSpotCalls;
  readonly #files: FilesApi;
  readonly #folders: FoldersApi;

  constructor(calls: HubSpotCalls) {
    const baseServer = new ServerConfiguration(calls.baseUrl, {});
    const configuration = createConfiguration({ baseServer, httpApi: wrapHttpLibrary(calls) });
    this.#calls = calls;
    this.#files = new FilesApi(configuration);
    this.#folders = new FoldersApi(configuration);
  }

  /** Writes a file, over the one of its name where there is one. HubSpot makes the folder when it is missing. */
  async write(folder: string, name: string, content: string): Promise<StoredFile> {
    const file = { data: Buffer.from(content), name };
    const options = JSON.stringify({ access: 'PRIVATE', overwrite: true });
    const answer = this.#files.upload(file, undefined, folder, name, 'UTF-8', options);
    return readAnswer(fileSchema, 'a file', answer);
  }

  /** The files of a folder, in the order of their ids; none when there is no such folder. */
  async list(folder: string): Promise<StoredFile[]> {
    const folderId = await this.#findFolder(folder);
    return folderId === null ? [] : this.#listIn(folderId);
  }

  async read(file: StoredFile): Promise<string> {
    const answer = this.#files.getSignedUrl(file.id, undefined, signedSeconds);
    const { url } = await readAnswer(signedSchema, 'the address of a file', answer);
    return this.#calls.download(url);
  }

  async #listIn(folderId: string): Promise<StoredFile[]> {
    const found: StoredFile[] = [];
    let after: string | null = null;
    do {
      const page: z.output<typeof pageSchema> = await readAnswer(
        pageSchema,
        'the files of a folder',
        this.#searchIn(folderId, after),
      );
      found.push(...page.results);
      after = page.paging;
    } while (after !== null);
    return found.sort((one, other) => compareIds(one.id, other.id));
  }

  #searchIn(folderId: string, after: string | null): Promise<unknown> {
    // The library takes what is looked for in 33 places, of which the folders are the 17th.
    const asked: Parameters<FilesApi['doSearch']> = [undefined, after ?? undefined, undefined, pageSize];
    asked[16] = [Number(folderId)];
    return this.#files.doSearch(...asked);
  }

  async #findFolder(folder: string): Promise<string | null> {
    try {
      return (await readAnswer(folderSchema, 'a folder', this.#folders.getByPath(folder))).id;
    } catch (error) {
      if (error instanceof CrmError && error.failure === 'notFound') {
        return null;
      }
      throw error;
    }
  }
}

/** HubSpot keeps the name and the extension apart: "live" and "json". */
function wholeName(name: string, extension: string): string {
  return extension === '' || name.endsWith(`.${extension}`) ? name : `${name}.${extension}`;
}
