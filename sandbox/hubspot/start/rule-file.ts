import * as z from 'zod';
import type { HubPortal } from '../hub/portals/hub-portal.ts';
import type { StoredFile } from '../hub/files/stored-file.ts';

/** Where the app keeps the rules of a portal whose plan has no custom objects. */
const folder = '/signalbox';

const cell = z.union([z.string(), z.number(), z.null()]);
const draftSchema = z.object({
  format: z.number(),
  rows: z.record(z.string(), z.array(z.record(z.string(), cell))),
});

export type FileRow = { [column: string]: string | number | null };
export type RuleFile = { format: number; rows: { [kind: string]: FileRow[] } };

/** A file of the app's folder; null where there is none of that name. */
export function findRuleFile({ files }: HubPortal, name: string): StoredFile | null {
  return files.list().find((file) => files.pathOf(file) === `${folder}/${name}`) ?? null;
}

/** The published revisions, as files. */
export function listRevisionFiles({ files }: HubPortal): StoredFile[] {
  return files.list().filter((file) => /^\/signalbox\/revision-[^/]+\.json$/.test(files.pathOf(file)));
}

export function readRuleFile(portal: HubPortal): RuleFile {
  const file = findRuleFile(portal, 'draft.json');
  return draftSchema.parse(JSON.parse(file?.content.toString('utf8') ?? '{"format":1,"rows":{}}'));
}

/** Does what an admin does with it: download, edit, upload over it. */
export function editRuleFile(portal: HubPortal, edit: (rows: RuleFile['rows']) => void): void {
  const file = findRuleFile(portal, 'draft.json');
  if (file === null) throw new Error(`Portal ${portal.portalId} has no rules to edit.`);
  const draft = readRuleFile(portal);
  edit(draft.rows);
  const content = Buffer.from(`${JSON.stringify(draft, null, 2)}\n`);
  portal.files.replace(file.id, { fileName: 'draft.json', mediaType: file.mediaType, content }, null);
}
