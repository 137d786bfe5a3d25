import { CrmError } from '../../handlers/crm/crm-error.ts';
import type { Crm } from '../../handlers/crm/crm.ts';
import { preparePortal } from '../../handlers/portal/prepare-portal.ts';
import { groupName } from '../../handlers/portal/property-names.ts';
import { installStarter } from '../../handlers/rules/install-starter.ts';
import { RecordRuleStore } from '../../handlers/rules/record-rule-store.ts';
import { EntryLog } from '../log/entry-log.ts';
import { entrySchema, entryTypeName } from '../log/entry-type.ts';
import { selfKey } from '../log/keys.ts';
import { writeSelf } from './open-portal.ts';
import type { Moment } from './private-portal.ts';

/** The portal's plan has no custom objects, or the app may not make any. */
export class NoLogError extends Error {
  readonly code = 'HSF002';
  readonly nextStep =
    'The private edition needs custom objects, which HubSpot has on Enterprise, and the scopes crm.schemas.custom and ' +
    'crm.objects.custom. Use the edition of the marketplace on other plans.';

  constructor(cause: CrmError) {
    super('HSF002 The portal takes no custom object for the log of Signalbox. Nothing was decided.', { cause });
    this.name = 'NoLogError';
  }
}

/**
 * Makes everything in a portal that Signalbox needs: the log, properties, and rules to begin with, in observe mode. It may be cut
 * off anywhere and run again, by several at once; the app's own entry is made last and says that all was done.
 */
export async function preparePrivatePortal(crm: Crm, moment: Moment): Promise<void> {
  const typeId = await prepareLog(crm);
  const [prepared, account] = await Promise.all([preparePortal(crm), crm.readAccount()]);
  await installStarter(new RecordRuleStore(crm), {
    timeZone: account.timeZone,
    publishedBy: 'Signalbox',
    now: moment.now(),
  });
  const log = new EntryLog(crm, typeId, moment.newName());
  const body = writeSelf({
    hasLeads: prepared.hasLeads,
    missingProperties: prepared.refused.flatMap(({ objectType, properties }) =>
      properties.map((property) => `${objectType}.${property}`),
    ),
  });
  const self = await log.findByKey(selfKey);
  if (self !== null) {
    await log.change([{ id: self.id, change: { texts: { body } } }]);
    return;
  }
  await log.create({
    key: selfKey,
    turnKey: null,
    kind: 'self',
    state: '',
    contactId: null,
    at: moment.now(),
    columns: {},
    texts: { body },
  });
}

/** The type of the log, with every property that this version has. */
async function prepareLog(crm: Crm): Promise<string> {
  const found = (await crm.listSchemas()).find((schema) => schema.name === entryTypeName);
  if (found !== undefined) {
    await addMissing(crm, found.objectTypeId);
    return found.objectTypeId;
  }
  try {
    return (await crm.createSchema(entrySchema())).objectTypeId;
  } catch (error) {
    if (error instanceof CrmError && error.failure === 'conflict') {
      return prepareLog(crm);
    }
    throw error instanceof CrmError && (error.failure === 'forbidden' || error.failure === 'refused')
      ? new NoLogError(error)
      : error;
  }
}

async function addMissing(crm: Crm, typeId: string): Promise<void> {
  const there = new Set((await crm.listProperties(typeId)).map(({ name }) => name));
  const missing = entrySchema().properties.filter(({ name }) => !there.has(name));
  if (missing.length === 0) {
    return;
  }
  try {
    await crm.createPropertyGroup(typeId, groupName, 'Signalbox');
  } catch (error) {
    if (!(error instanceof CrmError) || error.failure !== 'conflict') {
      throw error;
    }
  }
  await crm.createProperties(
    typeId,
    missing.map((property) => ({ ...property, groupName })),
  );
}
