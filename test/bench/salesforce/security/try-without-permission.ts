import { ApexId } from '../../../../sandbox/salesforce/apex/library/text/apex-id.ts';
import type { Asked } from './entries.ts';
import type { SecuredOrg } from './secured-org.ts';
import type { Findings } from './try-entries.ts';
import { tryEntry } from './try-entry.ts';
import { withoutTraces } from './without-traces.ts';

/** What needs a custom permission besides the class and the objects. */
const needing: Readonly<Record<string, readonly Asked[]>> = {
  SbxPublish: [
    { entry: 'SbxPublishPage.publish', input: { note: 'Tried.' } },
    { entry: 'POST /signalbox/policy/publish', input: { note: 'Tried.' } },
    { entry: 'SbxSetup.changeMode', input: { mode: 'observe' } },
    { entry: 'SbxRescore.start', input: { isPreview: true, since: null } },
    { entry: 'SbxRescoreAction', input: { isLive: true } },
  ],
  SbxEditRules: [
    { entry: 'SbxPublishPage.restore', input: { revisionId: '{revision}' } },
    { entry: 'PUT /signalbox/policy/rows', input: { body: [['setting', {}]] } },
    { entry: 'SbxSetup.changeMode', input: { mode: 'observe' } },
    { entry: 'SbxSetup.makeMissing', input: {} },
  ],
};

/** Takes one custom permission from the ops person, who keeps everything else: what needs it must be refused and change nothing. */
export function tryWithoutPermission(org: SecuredOrg): Findings {
  const wrong: string[] = [];
  let count = 0;
  for (const [permission, asked] of Object.entries(needing)) {
    withoutTraces(org.installation.org, () => {
      takeAway(org, permission);
      for (const each of asked) {
        const { outcome, changed, answer } = tryEntry(org, 'ops', each);
        count += 1;
        if (outcome !== 'refused' || changed.length > 0) {
          wrong.push(
            `${each.entry} without ${permission}: ${outcome}, changed ${changed.join(', ')}: ${answer.slice(0, 200)}`,
          );
        }
      }
    });
  }
  return { count, wrong };
}

function takeAway({ installation }: SecuredOrg, permission: string): void {
  const { store } = installation.org;
  const granted = [...store.recordsOf('CustomPermission')].find(
    (each) => each.fields.get('developername') === permission,
  );
  const rows = [...store.recordsOf('SetupEntityAccess')].filter((each) => {
    const entity = each.fields.get('setupentityid');
    return entity instanceof ApexId && entity.value === granted?.id;
  });
  if (rows.length === 0) throw new Error(`Nobody has the permission ${permission}.`);
  for (const row of rows) store.remove(row);
}
