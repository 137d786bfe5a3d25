import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rowsOf } from '../../../sandbox/hubspot/edition/edit-rules.ts';
import type { Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { isWhole, revisionsOf } from './edits-revision.ts';
import { until } from './sales-leads.ts';

const mostMillis = 30_000;

/** The app is taken away in HubSpot: rules, revisions and decisions stay readable in the portal, and the tokens are gone. */
export async function benchUninstalled(reporter: Reporter, edition: Edition, contactId: string): Promise<void> {
  const { hubSpot, app, portal, dataFolder } = edition;
  reporter.heading('Uninstalled: what stays in the portal');
  hubSpot.uninstall(portal.portalId, app.appId);
  const isOver = (): boolean => keptPortal(dataFolder, portal.portalId)?.state === 'uninstalled';
  await until('the server knows that it is uninstalled', isOver, mostMillis, 100);
  const kept = keptPortal(dataFolder, portal.portalId)!;
  reporter.figure('tokens that are kept', kept.tokens === null ? 0 : 1, 'tokens', atMost(0));
  reporter.figure('rows of the rules', rowsOf(portal, 'rule').length, 'rows', atLeast(1));
  const revisions = revisionsOf(portal);
  reporter.figure('revisions', revisions.length, 'revisions', atLeast(1));
  reporter.figure(
    'revisions that lost their text',
    revisions.filter((each) => !isWhole(each)).length,
    'revisions',
    atMost(0),
  );
  const contact = portal.records.findRecord('0-1', contactId)!;
  const lost = ['sbx_decision_id', 'sbx_reasons', 'sbx_decision_record', 'sbx_given_to', 'sbx_sla_due_at'].filter(
    (property) => !contact.has(property),
  );
  reporter.figure('properties of a decision that are lost', lost.length, 'properties', atMost(0));
  reporter.figure(
    'notes of the decision',
    portal.records.associationsOf('0-1', contactId, 'notes').length,
    'notes',
    atLeast(1),
  );
}

type KeptPortal = { readonly portalId: number; readonly state: string; readonly tokens: unknown };

/** What the server without PostgreSQL keeps of a portal; null while the file is being replaced. */
function keptPortal(folder: string, portalId: number): KeptPortal | null {
  const file = readdirSync(folder).find((name) => name === 'portals.json');
  if (file === undefined) {
    return null;
  }
  const kept = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as { portals: KeptPortal[] };
  return kept.portals.find((each) => each.portalId === portalId) ?? null;
}
