import type { BatchApi } from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import * as z from 'zod';
import { cutIntoBatches } from '../batches.ts';
import type { ObjectType } from '../crm.ts';
import { readAnswer } from '../read-answer.ts';

const mostIds = 100;

/** Archives records by id. To archive one that is archived already changes nothing. */
export async function archiveObjects(api: BatchApi, objectType: ObjectType, ids: readonly string[]): Promise<void> {
  for (const batch of cutIntoBatches([...new Set(ids)], mostIds)) {
    const inputs = batch.map((id) => ({ id }));
    await readAnswer(z.unknown(), 'archiving', api.archive(objectType, { inputs }));
  }
}
