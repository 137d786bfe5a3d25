import { CrmError } from '../crm/crm-error.ts';
import type { Crm, StoredFile } from '../crm/crm.ts';
import { FileRuleStore } from './file-rule-store.ts';
import { findRuleTypes, ruleTypeNames, type RuleTypeNames } from './object-types.ts';
import { RuleStoreError } from './rule-store-error.ts';
import { RecordRuleStore } from './record-rule-store.ts';
import type { RuleStore } from './rule-store.ts';

const folder = '/signalbox';

/**
 * The portal's rules, prepared: records where it has the object types or may have them, files otherwise. A portal that keeps
 * its rules in files goes on doing so, for nobody must find an empty list of rules after a change of plan.
 *
 * @param given.mayHoldRecords whether everything is granted that records of custom objects take: one scope of several is not
 *   enough, and which is missing would only be found out by the call that needs it
 * @throws RuleStoreError HSR011 where the app may have neither
 */
export async function openRuleStore(
  crm: Crm,
  given: { readonly mayHoldRecords?: boolean; readonly names?: RuleTypeNames } = {},
): Promise<RuleStore> {
  const { mayHoldRecords = true, names = ruleTypeNames } = given;
  const records = new RecordRuleStore(crm, names);
  const areThere = await hasTypes(crm, names);
  if (areThere && mayHoldRecords) return records;
  const files = new FileRuleStore(crm, folder);
  const isFresh = (await listFolder(crm)).length === 0;
  if (isFresh && mayHoldRecords && (await areTypesMade(records))) return records;
  if (isFresh && areThere) throw outOfReach();
  await prepareFiles(files);
  return files;
}

/** Rules are there that the app may not read any more: beginning anew with others would decide by what nobody wants. */
function outOfReach(): RuleStoreError {
  return new RuleStoreError(
    'noPlace',
    'The portal keeps its rules in custom objects, and the app was not granted all scopes for them.',
    'Install the app again and grant crm.objects.custom and crm.schemas.custom, to read and to write. Leads wait until then.',
  );
}

async function prepareFiles(files: FileRuleStore): Promise<void> {
  try {
    await files.prepare();
  } catch (error) {
    if (error instanceof CrmError && error.failure === 'forbidden') {
      throw new RuleStoreError(
        'noPlace',
        'The portal has no place for rules: the app may have neither custom objects nor files.',
        'Install the app again and grant files, or on a plan with custom objects crm.objects.custom and crm.schemas.custom. ' +
          'Leads wait until then.',
      );
    }
    throw error;
  }
}

async function hasTypes(crm: Crm, names: RuleTypeNames): Promise<boolean> {
  try {
    const { row, revision } = await findRuleTypes(crm, names);
    return row !== null && revision !== null;
  } catch (error) {
    if (isNotAllowed(error)) return false;
    throw error;
  }
}

async function areTypesMade(records: RecordRuleStore): Promise<boolean> {
  try {
    await records.prepare();
    return true;
  } catch (error) {
    if (isNotAllowed(error)) return false;
    throw error;
  }
}

async function listFolder(crm: Crm): Promise<StoredFile[]> {
  try {
    return await crm.listFiles(folder);
  } catch (error) {
    // Without a scope for files only records are left.
    if (error instanceof CrmError && (error.failure === 'notFound' || error.failure === 'forbidden')) return [];
    throw error;
  }
}

/** The plan has no custom objects, the app no scope for them, or the portal has as many as it may. */
function isNotAllowed(error: unknown): boolean {
  if (!(error instanceof CrmError)) return false;
  return (
    error.failure === 'forbidden' || (error.failure === 'refused' && /limit/i.test(error.category + error.message))
  );
}
