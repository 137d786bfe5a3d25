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
 * @throws RuleStoreError HSR011 where the app may have neither
 */
export async function openRuleStore(crm: Crm, names: RuleTypeNames = ruleTypeNames): Promise<RuleStore> {
  const records = new RecordRuleStore(crm, names);
  if (await hasTypes(crm, names)) return records;
  const files = new FileRuleStore(crm, folder);
  if ((await listFolder(crm)).length === 0 && (await areTypesMade(records))) return records;
  await prepareFiles(files);
  return files;
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
