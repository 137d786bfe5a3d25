import { CrmError } from '../crm/crm-error.ts';
import type { Crm, StoredFile } from '../crm/crm.ts';
import { FileRuleStore } from './file-rule-store.ts';
import { findRuleTypes, ruleTypeNames, type RuleTypeNames } from './object-types.ts';
import { RecordRuleStore } from './record-rule-store.ts';
import type { RuleStore } from './rule-store.ts';

const folder = '/signalbox';

/**
 * The portal's rules, prepared: records where it has the object types or may have them, files otherwise. A portal that keeps
 * its rules in files goes on doing so, for nobody must find an empty list of rules after a change of plan.
 */
export async function openRuleStore(crm: Crm, names: RuleTypeNames = ruleTypeNames): Promise<RuleStore> {
  const records = new RecordRuleStore(crm, names);
  if (await hasTypes(crm, names)) return records;
  const files = new FileRuleStore(crm, folder);
  if ((await listFolder(crm)).length === 0 && (await areTypesMade(records))) return records;
  await files.prepare();
  return files;
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
    // Without a scope for files only records are left, and preparing them says what is missing.
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
