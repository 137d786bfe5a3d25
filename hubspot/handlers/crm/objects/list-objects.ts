import type { BasicApi } from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import * as z from 'zod';
import type { CrmRecord, ObjectType } from '../crm.ts';
import { pagingSchema, readAnswer } from '../read-answer.ts';
import { compareIds, recordSchema } from './record-answer.ts';

const pageSize = 100;

const pageSchema = z.looseObject({ results: z.array(recordSchema), paging: pagingSchema });

/** Reads all records of a type, page by page, in the order of their ids. */
export async function listObjects(
  api: BasicApi,
  objectType: ObjectType,
  properties: readonly string[],
): Promise<CrmRecord[]> {
  const found = new Map<string, CrmRecord>();
  let after: string | null = null;
  do {
    const page: z.output<typeof pageSchema> = await readAnswer(
      pageSchema,
      'the list of records',
      api.getPage(objectType, pageSize, after ?? undefined, [...properties]),
    );
    for (const record of page.results) {
      found.set(record.id, record);
    }
    after = page.paging;
  } while (after !== null);
  return [...found.values()].sort((one, other) => compareIds(one.id, other.id));
}
