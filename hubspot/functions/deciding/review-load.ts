import type { ReviewLoad } from '../../../core/src/decide/model/crm-context.ts';
import type { SearchFilter } from '../../handlers/crm/crm.ts';
import { entryProperty } from '../log/entry-type.ts';
import type { PrivatePortal } from '../portal/private-portal.ts';

const dayMillis = 86_400_000;

/** How much was decided since midnight (UTC), and how much of it went to a person for low confidence, as search counts it. */
export async function reviewLoadOf(portal: PrivatePortal): Promise<ReviewLoad> {
  const now = portal.now();
  const today: SearchFilter[] = [
    { property: entryProperty.kind, operator: 'EQ', values: ['decision'] },
    { property: entryProperty.at, operator: 'GTE', values: [String(now - (now % dayMillis))] },
  ];
  const [decidedToday, reviewedToday] = await Promise.all([
    portal.log.count(today),
    portal.log.count([...today, { property: entryProperty.isReviewed, operator: 'EQ', values: ['yes'] }]),
  ]);
  return { decidedToday, reviewedToday };
}
