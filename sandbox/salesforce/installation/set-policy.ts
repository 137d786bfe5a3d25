import type { Mode, Policy } from '../../../core/src/decide/model/policy.ts';
import { writePolicy } from '../../../core/src/decide/index.ts';
import type { Installation } from './installation.ts';
import { mustSave } from './must-save.ts';

/** Where the package's own resource for policies answers. */
function policyPath({ namespace }: Installation, part: string): string {
  return `${namespace === null ? '' : `/${namespace}`}/signalbox/policy/${part}`;
}

/** Puts another policy in place of the working rows, as `sf signalbox policy push` does, and publishes it. */
export async function pushPolicy(installation: Installation, policy: Policy): Promise<void> {
  await installation.admin.request({
    method: 'PUT',
    url: `${installation.url}/services/apexrest${policyPath(installation, 'rows')}`,
    body: writePolicy(policy),
    headers: { 'Content-Type': 'application/json' },
  });
  await publishRows(installation, `Policy ${policy.name}`);
}

/** Turns the working rows to a mode, as an admin does on the setup page, and publishes them. */
export async function setMode(installation: Installation, mode: Mode): Promise<void> {
  const { admin, names } = installation;
  const found = await admin.query<{ Id: string }>(
    names.query("SELECT Id FROM SbxSetting__c WHERE SettingName__c = 'mode'"),
  );
  const record = { Id: found.records[0]!.Id, ...names.record({ SettingText__c: mode }) };
  mustSave('settings', [await admin.sobject(names.of('SbxSetting__c')).update(record)]);
  await publishRows(installation, `Mode ${mode}`);
}

async function publishRows(installation: Installation, note: string): Promise<void> {
  const outcome = await installation.admin.apex.post<{ revisionId?: string; findings?: unknown[] }>(
    policyPath(installation, 'publish'),
    { note },
  );
  if (outcome.revisionId === undefined || outcome.revisionId === null) {
    throw new Error(`The policy was not published: ${JSON.stringify(outcome)}`);
  }
  await installation.connected.settled();
}
