import type { Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import { atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { byHand, revisionsOf, revisionTypeOf } from './edits-revision.ts';
import { addSalesForm, missingOf, salesLead, until } from './sales-leads.ts';

type Loss = {
  readonly name: string;
  readonly firstPlace: number;
  /** Takes the rules away; what it answers puts them back. */
  readonly take: () => Promise<() => void>;
};

const leadsEach = 5;
/** A server that knows the rules asks the portal again after five seconds. */
const noticedMillis = 6_000;
const watchedMillis = 4_000;

/** Rules that the portal calls live and does not hold decide nothing; everything that waited is decided when they are back. */
export async function benchHeldRules(reporter: Reporter, edition: Edition): Promise<void> {
  const { portal, servers } = edition;
  const live = revisionsOf(portal)[0]!;
  const type = revisionTypeOf(portal);
  const first = live.value('sbx_part_01')!;
  const losses: Loss[] = [
    {
      name: 'the record of the live revision is deleted',
      firstPlace: 700,
      take: async () => {
        portal.records.archiveRecord(type, live.id, byHand(portal));
        await new Promise((resolve) => setTimeout(resolve, noticedMillis));
        return () => portal.records.restoreRecord(type, live.id, byHand(portal));
      },
    },
    {
      name: 'its text is changed, and the server starts anew',
      firstPlace: 800,
      take: async () => {
        portal.records.updateRecord(type, live.id, { sbx_part_01: first.replace('e', 'E') }, byHand(portal));
        await servers[0]!.stop();
        await servers[0]!.start();
        return () => portal.records.updateRecord(type, live.id, { sbx_part_01: first }, byHand(portal));
      },
    },
  ];
  for (const loss of losses) {
    await loseRules(reporter, edition, loss);
  }
}

async function loseRules(reporter: Reporter, edition: Edition, { name, firstPlace, take }: Loss): Promise<void> {
  const { hubSpot, portal } = edition;
  reporter.heading(`Not held: ${name}`);
  const form = addSalesForm(hubSpot, portal);
  const restore = await take();
  const contactIds = Array.from({ length: leadsEach }, (_, place) =>
    hubSpot.submitForm(portal.portalId, form.formGuid, salesLead(firstPlace + place)),
  );
  await new Promise((resolve) => setTimeout(resolve, watchedMillis));
  const decided = contactIds.filter((id) => portal.records.findRecord('0-1', id)!.has('sbx_decision_id'));
  reporter.figure('leads that were decided all the same', decided.length, 'leads', atMost(0));
  const alerts = await alertsOf(edition);
  reporter.note(`Alerts: ${alerts.join(', ') || 'none'}`);
  reporter.figure('nobody was told', alerts.some((code) => /^HS[VR]00\d$/.test(code)) ? 0 : 1, 'times', atMost(0));
  restore();
  const restoredAt = Date.now();
  const open = (): string[] => contactIds.filter((id) => missingOf(portal, id).length > 0);
  await until('all that waited are decided', () => open().length === 0, 90_000, 50).catch(() => undefined);
  reporter.figure('leads that waited and are not decided', open().length, 'leads', atMost(0));
  reporter.figure('until all of them were', (Date.now() - restoredAt) / 1_000, 's');
}

async function alertsOf({ hubSpot, portal, servers }: Edition): Promise<string[]> {
  const answer = await hubSpot.uiFetch(portal.portalId, portal.users[0]!.userId, `${servers[0]!.url}/ui/alerts`);
  return (answer.json() as { alerts: { code: string }[] }).alerts.map(({ code }) => code);
}
