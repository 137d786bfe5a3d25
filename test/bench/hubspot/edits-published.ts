import { flatten, writePolicy, type PolicyRow } from '../../../core/src/decide/index.ts';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import { starterPolicy } from '../../../hubspot/handlers/rules/install-starter.ts';
import { propertiesOfRow } from '../../../hubspot/handlers/rules/row-records.ts';
import { publish } from '../../../sandbox/hubspot/edition/edit-rules.ts';
import { installEdition } from '../../../sandbox/hubspot/edition/install-edition.ts';
import { startEdition, type Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import type { HubPortal } from '../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import type { PortalRecord } from '../../../sandbox/hubspot/records/portal-record.ts';
import { drawVariedPolicy } from '../../differential/generate/draw-policy.ts';
import { Dice } from '../../property/generators/dice.ts';
import { atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { byHand, revisionsOf, textOf } from './edits-revision.ts';

const configurationKinds: ReadonlySet<string> = new Set(['option', 'person', 'calendar', 'holiday']);

/** Rows that people put into the portal, published by the server: the revision's text is what core itself writes of the policy. */
export async function benchPublishedBytes(reporter: Reporter, policies: number): Promise<void> {
  reporter.heading(`Published: the starter and ${policies} drawn policies, as rows in the portal`);
  const edition = await startEdition();
  try {
    await installEdition(edition, edition.portal, 'observe');
    let differences = 0;
    let characters = 0;
    for (const policy of [
      starterPolicy(),
      ...Array.from({ length: policies }, (_, number) => drawVariedPolicy(new Dice(number + 1))),
    ]) {
      const text = await publishPolicy(edition, policy);
      const expected = writePolicy(policy);
      characters += expected.length;
      differences += text === expected ? 0 : 1;
    }
    reporter.figure('characters compared', characters, 'characters');
    reporter.figure('policies whose text is not the same bytes', differences, 'policies', atMost(0));
  } finally {
    await edition.close();
  }
}

async function publishPolicy({ hubSpot, portal, servers }: Edition, policy: Policy): Promise<string> {
  replaceRows(portal, flatten(policy));
  await publish(hubSpot, portal, servers[0]!.url);
  return textOf(revisionsOf(portal)[0]!);
}

/** By hand, or by an import of rows: what was there is archived, settings of the portal stay. */
function replaceRows(portal: HubPortal, rows: readonly PolicyRow[]): void {
  const type = `p${portal.portalId}_sbx_rule_row`;
  const source = byHand(portal);
  for (const row of allRows(portal, type)) {
    if (!configurationKinds.has(row.value('sbx_row_kind') ?? '')) {
      portal.records.archiveRecord(type, row.id, source);
    }
  }
  for (const row of rows) {
    const filled = Object.entries(propertiesOfRow(row)).filter(([, value]) => value !== null && value !== '');
    portal.records.createRecord(
      type,
      { sbx_title: `${row.kind} ${row.position + 1}`, ...(Object.fromEntries(filled) as Record<string, string>) },
      source,
    );
  }
}

function allRows(portal: HubPortal, type: string): PortalRecord[] {
  const rows: PortalRecord[] = [];
  for (;;) {
    const page = portal.records.listRecords(type, rows.at(-1)?.id ?? null, 100);
    rows.push(...page);
    if (page.length < 100) {
      return rows;
    }
  }
}
