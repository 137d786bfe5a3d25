import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { invalid, notFound } from '../http/refusal.ts';
import { missingScopes } from '../oauth/check-token.ts';
import type { FileStore, SameName } from './file-store.ts';
import { describeFile, describeFolder } from './describe-file.ts';
import { pageOf } from './page-of.ts';
import { readUpload, type Upload, type UploadOptions } from './read-upload.ts';
import type { SignedFiles } from './signed-files.ts';
import { fileAccesses, splitName, type FileAccess } from './stored-file.ts';

const bases = ['/files/v3', '/files/2026-03', '/files/2026-09'];

const changeSchema = z.looseObject({
  name: z.string().min(1).optional(),
  access: z.enum(fileAccesses as [FileAccess, ...FileAccess[]]).optional(),
  parentFolderId: z.string().optional(),
  parentFolderPath: z.string().optional(),
});

type FilePath = { Params: { fileId: string } };

/** The file manager's API, dated and as `v3`. */
export function fileRoutes(app: FastifyInstance, signed: SignedFiles): void {
  // Uploads are read piece by piece where they are needed.
  app.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
  app.addHook('preHandler', ({ caller }, _reply, done) => {
    done(caller!.scopes.has('files') ? undefined : missingScopes(['files']));
  });
  for (const base of bases) routesUnder(app, base, signed);
}

function routesUnder(app: FastifyInstance, base: string, signed: SignedFiles): void {
  app.post(`${base}/files`, async (request, reply) => {
    const upload = await readUpload(request);
    const { access } = upload.options;
    if (access === undefined) throw invalid('The option "access" is required.');
    const store = storeOf(request);
    const folderId = folderOf(store, upload);
    const file = store.add({ ...upload, access, folderId }, sameNameOf(upload.options));
    return reply.code(201).send(describeFile(store, file, signed.urlOf(request.portal!.portalId, file)));
  });

  app.get<{ Querystring: Record<string, string | string[]> }>(`${base}/files/search`, (request) => {
    const store = storeOf(request);
    const { query } = request;
    const one = (name: string): string | null => [query[name] ?? []].flat()[0] ?? null;
    const folders = [query['parentFolderIds'] ?? query['parentFolderId'] ?? []].flat();
    const found = store.list().filter((file) => {
      const isNamed = file.name.toLowerCase().includes(one('name')?.toLowerCase() ?? '');
      const isThere = folders.length === 0 || folders.includes(file.folderId ?? '0');
      return isNamed && isThere && (one('path') === null || store.pathOf(file) === one('path'));
    });
    return pageOf(
      found.map((file) => describeFile(store, file, signed.urlOf(request.portal!.portalId, file))),
      one('limit'),
      one('after'),
    );
  });

  app.get<{ Params: { '*': string } }>(`${base}/files/stat/*`, (request) => {
    const store = storeOf(request);
    const path = `/${decodeURIComponent(request.params['*']).replace(/^\//, '')}`;
    const file = store.list().find((each) => store.pathOf(each) === path);
    if (file !== undefined) return { file: describeFile(store, file, signed.urlOf(request.portal!.portalId, file)) };
    return { folder: describeFolder(store.getFolder(path)) };
  });

  app.get<FilePath>(`${base}/files/:fileId`, (request) => {
    const store = storeOf(request);
    const file = store.get(request.params.fileId);
    return describeFile(store, file, signed.urlOf(request.portal!.portalId, file));
  });

  app.put<FilePath>(`${base}/files/:fileId`, async (request) => {
    const upload = await readUpload(request);
    const store = storeOf(request);
    const before = store.get(request.params.fileId);
    if (splitName(upload.fileName).extension !== before.extension && upload.mediaType !== before.mediaType) {
      throw invalid('A file can only be replaced by one of the same type.');
    }
    const file = store.replace(before.id, upload, upload.options.access ?? null);
    return describeFile(store, file, signed.urlOf(request.portal!.portalId, file));
  });

  app.patch<FilePath>(`${base}/files/:fileId`, (request) => {
    const parsed = changeSchema.safeParse(request.body);
    if (!parsed.success) throw invalid('The request body cannot be read.');
    const { name, access, parentFolderId, parentFolderPath } = parsed.data;
    const store = storeOf(request);
    const folder = parentFolderId ?? parentFolderPath;
    const file = store.change(request.params.fileId, {
      ...(name !== undefined && { name }),
      ...(access !== undefined && { access }),
      ...(folder !== undefined && { folderId: store.getFolder(folder).id }),
    });
    return describeFile(store, file, signed.urlOf(request.portal!.portalId, file));
  });

  for (const path of [`${base}/files/:fileId`, `${base}/files/:fileId/gdpr-delete`]) {
    app.delete<FilePath>(path, (request, reply) => {
      storeOf(request).remove(request.params.fileId);
      return reply.code(204).send();
    });
  }

  app.get<FilePath & { Querystring: { expirationSeconds?: string } }>(`${base}/files/:fileId/signed-url`, (request) => {
    const file = storeOf(request).get(request.params.fileId);
    return signed.sign(request.portal!.portalId, file, Number(request.query.expirationSeconds ?? 3600));
  });

  app.get<FilePath>(`${base}/files/:fileId/download`, (request, reply) => {
    const file = storeOf(request).get(request.params.fileId);
    return reply
      .type(file.mediaType)
      .header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .send(file.content);
  });
}

function storeOf({ portal }: FastifyRequest): FileStore {
  return portal!.files;
}

function folderOf(store: FileStore, { folderId, folderPath }: Upload): string | null {
  if ((folderId === null) === (folderPath === null)) {
    throw invalid('Exactly one of "folderId" and "folderPath" is required.');
  }
  if (folderId !== null) return store.getFolder(folderId).id;
  return store.makeFolders(folderPath!)?.id ?? null;
}

function sameNameOf({ overwrite, duplicateValidationStrategy }: UploadOptions): SameName {
  if (overwrite) return 'overwrite';
  if (duplicateValidationStrategy === 'REJECT') return 'reject';
  return duplicateValidationStrategy === 'RETURN_EXISTING' ? 'returnExisting' : 'number';
}

/** Where signed and public addresses lead, without a token. */
export function fileContentRoutes(
  app: FastifyInstance,
  signed: SignedFiles,
  findStore: (portalId: number) => FileStore | null,
): void {
  type ContentPath = { Params: { portalId: string; fileId: string }; Querystring: Record<string, string> };
  app.get<ContentPath>('/hubfs/:portalId/:fileId', ({ params, query }, reply) => {
    const file = findStore(Number(params.portalId))
      ?.list()
      .find((each) => each.id === params.fileId);
    if (file === undefined) throw notFound('The file was not found.');
    if (file.access === 'PRIVATE' && !signed.isGood(Number(params.portalId), file, query)) {
      return reply.code(403).type('text/plain').send('The address is not signed, or not any more.');
    }
    return reply.type(file.mediaType).send(file.content);
  });
}
