import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { invalid } from '../http/refusal.ts';
import { missingScopes } from '../oauth/check-token.ts';
import { describeFolder } from './describe-file.ts';
import { pageOf } from './page-of.ts';

const folderSchema = z.looseObject({
  name: z.string().min(1),
  parentFolderId: z.string().optional(),
  parentPath: z.string().optional(),
});

type FolderPath = { Params: { '*': string } };

/** The folders of the file manager, by id or by path. */
export function folderRoutes(app: FastifyInstance): void {
  app.addHook('preHandler', ({ caller }, _reply, done) => {
    done(caller!.scopes.has('files') ? undefined : missingScopes(['files']));
  });

  for (const base of ['/files/v3', '/files/2026-03', '/files/2026-09']) {
    app.post(`${base}/folders`, (request, reply) => {
      const parsed = folderSchema.safeParse(request.body);
      if (!parsed.success) throw invalid('The request body cannot be read.');
      const { name, parentFolderId, parentPath } = parsed.data;
      const { files } = request.portal!;
      const parent = parentFolderId ?? parentPath;
      const parentId = parent === undefined || parent === '/' ? null : files.getFolder(parent).id;
      return reply.code(201).send(describeFolder(files.makeFolder(name, parentId)));
    });

    app.get<{ Querystring: Record<string, string> }>(`${base}/folders/search`, ({ portal, query }) => {
      const name = query['name']?.toLowerCase() ?? '';
      const parent = query['parentFolderIds'] ?? query['parentFolderId'] ?? null;
      const found = portal!.files
        .listFolders()
        .filter((each) => each.name.toLowerCase().includes(name))
        .filter((each) => parent === null || (each.parentId ?? '0') === parent)
        .filter((each) => query['path'] === undefined || each.path === query['path']);
      return pageOf(found.map(describeFolder), query['limit'] ?? null, query['after'] ?? null);
    });

    app.get<FolderPath>(`${base}/folders/*`, ({ portal, params }) =>
      describeFolder(portal!.files.getFolder(decodeURIComponent(params['*']))),
    );

    app.delete<FolderPath>(`${base}/folders/*`, ({ portal, params }, reply) => {
      portal!.files.removeFolder(decodeURIComponent(params['*']));
      return reply.code(204).send();
    });
  }
}
