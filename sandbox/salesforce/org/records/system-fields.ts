import { ApexId } from '../../apex/library/text/apex-id.ts';
import type { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';

/** What every record says of itself, of one that the platform makes: systemFields('005…', adminId, now).get('createddate'). */
export function systemFields(id: string, by: ApexId, at: ApexDatetime): Map<string, unknown> {
  return new Map<string, unknown>([
    ['id', new ApexId(id)],
    ['isdeleted', false],
    ['createddate', at],
    ['createdbyid', by],
    ['lastmodifieddate', at],
    ['lastmodifiedbyid', by],
    ['systemmodstamp', at],
  ]);
}
