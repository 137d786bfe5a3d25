import * as z from 'zod';
import type { ReviewLoad } from '../../../core/src/decide/model/crm-context.ts';
import type { SearchFilter } from '../../handlers/crm/crm.ts';
import type { Entry } from '../log/entry.ts';
import { entryProperty } from '../log/entry-type.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';

const dayMillis = 86_400_000;
/** A whole account has five searches a second: what was counted so lately is good enough for all invocations. */
const keptMillis = 60_000;

const loadSchema = z.object({ decidedToday: z.int().min(0), reviewedToday: z.int().min(0) });

/**
 * How much was decided since midnight (UTC), and how much of it went to a person for low confidence: as somebody counted it in the
 * last minute, or as search counts it now.
 */
export async function reviewLoadOf(portal: PrivatePortal): Promise<ReviewLoad> {
  const now = portal.now();
  const today = Math.floor(now / dayMillis);
  const key = `load:${today}`;
  const entry = await portal.log.findByKey(key, ['body']);
  const kept = entry === null || now - entry.at >= keptMillis ? null : readLoad(entry);
  if (kept !== null) {
    return kept;
  }
  const counted = await countLoad(portal, today * dayMillis);
  const texts = { body: JSON.stringify(counted) };
  if (entry === null) {
    const head = { turnKey: null, kind: 'hint', state: 'counted', contactId: null, columns: {} } as const;
    await portal.log.create({ ...head, key, at: now, texts });
  } else {
    await portal.log.change([{ id: entry.id, change: { at: now, texts } }]);
  }
  return counted;
}

async function countLoad(portal: PrivatePortal, since: number): Promise<ReviewLoad> {
  const decided: SearchFilter[] = [
    { property: entryProperty.kind, operator: 'EQ', values: ['decision'] },
    { property: entryProperty.at, operator: 'GTE', values: [String(since)] },
  ];
  const [decidedToday, reviewedToday] = await Promise.all([
    portal.log.count(decided),
    portal.log.count([...decided, { property: entryProperty.isReviewed, operator: 'EQ', values: ['yes'] }]),
  ]);
  return { decidedToday, reviewedToday };
}

function readLoad(entry: Entry): ReviewLoad | null {
  try {
    const read = loadSchema.safeParse(JSON.parse(entry.texts.body ?? ''));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
