import * as z from 'zod';
import type { LookupLists } from '../../../core/src/author/run/ask-lists.ts';
import type { Crm, CrmRecord } from '../../handlers/crm/crm.ts';
import { RecordRuleStore } from '../../handlers/rules/record-rule-store.ts';
import { entryOfRecord, propertiesToRead } from '../log/entry.ts';
import { EntryLog } from '../log/entry-log.ts';
import { entryProperty, entryTypeName } from '../log/entry-type.ts';
import { selfKey } from '../log/keys.ts';
import type { Moment, PrivatePortal, SelfEntry } from './private-portal.ts';

/** The portal lacks what Signalbox needs in it. */
export class NotPreparedError extends Error {
  readonly code = 'HSF001';
  readonly nextStep =
    'Open the settings of Signalbox once: they make what is missing. The leads that wait are decided then.';

  constructor() {
    super('HSF001 This portal is not prepared for Signalbox yet. Nothing was decided.');
    this.name = 'NotPreparedError';
  }
}

const selfSchema = z.object({ hasLeads: z.boolean(), missingProperties: z.array(z.string()) });

/** What the app notes of itself when it has prepared a portal. */
export function writeSelf(self: z.infer<typeof selfSchema>): string {
  return JSON.stringify(self);
}

/**
 * Opens the portal that the app's token is of. Three calls, two of them at once.
 *
 * @throws NotPreparedError where the log or the app's own entry is not there; CrmError
 */
export async function openPortal(crm: Crm, lists: LookupLists, moment: Moment): Promise<PrivatePortal> {
  const [account, schemas] = await Promise.all([crm.readAccount(), crm.listSchemas()]);
  const typeId = schemas.find((schema) => schema.name === entryTypeName)?.objectTypeId ?? null;
  if (typeId === null) {
    throw new NotPreparedError();
  }
  const [record] = await crm.readObjectsBy(typeId, entryProperty.key, [selfKey], propertiesToRead(['body']), [
    entryProperty.key,
  ]);
  const self = record === undefined ? null : selfOf(record);
  if (record === undefined || self === null) {
    throw new NotPreparedError();
  }
  return {
    ...moment,
    portalId: account.portalId,
    accountType: account.accountType,
    appId: appIdOf(record),
    crm,
    store: new RecordRuleStore(crm),
    log: new EntryLog(crm, typeId, moment.newName()),
    lists,
    self,
  };
}

/** HubSpot notes at every value which app wrote it, so that our own entry says who we are. 0, which no app is, where it does not. */
function appIdOf(record: CrmRecord): number {
  const version = record.history[entryProperty.key]?.at(-1);
  const id = Number(version?.sourceId ?? '');
  return Number.isSafeInteger(id) ? id : 0;
}

function selfOf(record: CrmRecord): SelfEntry | null {
  const entry = entryOfRecord(record);
  const read = selfSchema.safeParse(jsonOf(entry.texts.body ?? ''));
  if (!read.success) {
    return null;
  }
  const { policyHash } = entry.columns;
  const number = Number(entry.state);
  return {
    id: entry.id,
    hasLeads: read.data.hasLeads,
    missingProperties: new Set(read.data.missingProperties),
    lastLive:
      policyHash === null || policyHash === undefined || !Number.isSafeInteger(number)
        ? null
        : { number, hash: policyHash },
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
