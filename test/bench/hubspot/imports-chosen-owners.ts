import pg from 'pg';
import { installEdition } from '../../../sandbox/hubspot/edition/install-edition.ts';
import { startEdition, type Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import type { HubPortal } from '../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import type { PropertyVersion } from '../../../sandbox/hubspot/records/portal-record.ts';
import { findPostgres, startPostgres } from '../../hubspot/postgres/real-postgres.ts';
import { atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { CallTimes } from './call-times.ts';
import { addSalesForm, salesLead, until } from './sales-leads.ts';

/** When a person chooses the owner: as seen from the decision that is being made. */
const moments = ['before', 'while', 'after'] as const;

type Choice = { readonly contactId: string; readonly moment: (typeof moments)[number]; readonly ownerId: string };

const apiMillis = 100;
const everyMillis = 250;
const longestPauseMillis = 5_000;
/** What was overwritten in the same moment is written again within this. */
const settleMillis = 20_000;

/** An owner whom a person chooses before, while or after a lead is decided stands at the end. */
export async function benchChosenOwners(reporter: Reporter, leads: number): Promise<void> {
  reporter.heading(
    `Chosen owners: ${leads} leads that a person gives to somebody before, while and after they are decided`,
  );
  const programs = findPostgres();
  const postgres = programs === null ? null : await startPostgres(programs);
  try {
    const databaseUrl = postgres === null ? null : await postgres.createDatabase('owners');
    const edition = await startEdition({ databaseUrl });
    try {
      await installEdition(edition);
      edition.hubSpot.faults.set({ latencyMillis: apiMillis });
      const choices = await choose(edition, leads);
      await pause(settleMillis);
      report(reporter, edition, choices);
      if (databaseUrl === null) {
        reporter.note('This machine has no PostgreSQL: whether turns were given back was not looked at.');
      } else {
        const { portal, app } = edition;
        const isRestored = ({ contactId }: Choice): boolean => isWrittenAgain(portal, contactId, app.appId);
        await reportTurns(reporter, databaseUrl, choices.filter(isRestored));
      }
    } finally {
      await edition.close();
    }
  } finally {
    await postgres?.close();
  }
}

async function choose(edition: Edition, leads: number): Promise<Choice[]> {
  const { hubSpot, portal } = edition;
  const form = addSalesForm(hubSpot, portal);
  const calls = new CallTimes(hubSpot);
  const choices: Promise<Choice>[] = [];
  for (let place = 0; place < leads; place += 1) {
    const contactId = hubSpot.submitForm(portal.portalId, form.formGuid, salesLead(place));
    choices.push(chooseFor(edition, calls, contactId, place));
    await pause(everyMillis);
  }
  return Promise.all(choices);
}

async function chooseFor(edition: Edition, calls: CallTimes, contactId: string, place: number): Promise<Choice> {
  const { portal } = edition;
  const moment = moments[place % moments.length]!;
  const contact = portal.records.findRecord('0-1', contactId)!;
  switch (moment) {
    case 'before':
      break;
    case 'while':
      // Records are being written: this lead's, or for half of them those of somebody before.
      for (let call = 0; call <= place % 2; call += 1) {
        // After the last lead there may be nobody else's.
        await Promise.race([calls.next(/batch\/update$/), pause(longestPauseMillis)]);
      }
      break;
    case 'after':
      await until(`lead ${place} is decided`, () => contact.has('sbx_decision_id'), 120_000, 20);
      await pause((place * 97) % 1_500);
  }
  const ownerId = portal.users
    .map((user) => user.ownerId)
    .find((id, index) => index >= place % 4 && id !== contact.value('hubspot_owner_id'))!;
  const { userId } = portal.users[0]!;
  const source = { sourceType: 'CRM_UI', sourceId: `userId:${userId}`, userId };
  portal.records.updateRecord('0-1', contactId, { hubspot_owner_id: ownerId }, source);
  return { contactId, moment, ownerId };
}

function report(reporter: Reporter, { portal }: Edition, choices: readonly Choice[]): void {
  const contactOf = ({ contactId }: Choice) => portal.records.findRecord('0-1', contactId)!;
  for (const moment of moments) {
    const ofMoment = choices.filter((choice) => choice.moment === moment);
    const lost = ofMoment.filter((choice) => contactOf(choice).value('hubspot_owner_id') !== choice.ownerId);
    reporter.figure(`chosen ${moment}, and overwritten`, lost.length, `of ${ofMoment.length}`, atMost(0));
  }
  const undecided = choices.filter((choice) => !contactOf(choice).has('sbx_decision_id'));
  reporter.figure('leads that were not decided', undecided.length, 'leads', atMost(0));
}

/** Ours came a moment after the person's, and theirs was written again: the two newest owners are both ours. */
function isWrittenAgain(portal: HubPortal, contactId: string, appId: number): boolean {
  const [restored, overwriting, chosen] = portal.records.findRecord('0-1', contactId)!.history('hubspot_owner_id');
  const isOurs = (version: PropertyVersion | undefined): boolean => version?.source.sourceId === String(appId);
  return isOurs(restored) && isOurs(overwriting) && chosen !== undefined && chosen.value === restored!.value;
}

/** A turn counts for whoever got the lead by it; where a person's choice was kept instead, nobody did. */
async function reportTurns(reporter: Reporter, databaseUrl: string, restored: readonly Choice[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ kept: string; owed: string }>(
      `select count(*) as kept, count(*) filter (where turn is not null and turn_returned_at is null) as owed
       from signalbox.decision
       where is_current and (contact_id = any($1::text[]) or (portal_id, decision_id) in (
         select portal_id, decision_id from signalbox.effect where kind = 'record' and state = 'ownerKept'))`,
      [restored.map(({ contactId }) => contactId)],
    );
    reporter.figure('chosen in the very moment of our writing', Number(rows[0]!.kept), 'leads');
    reporter.figure('of them with a turn that was not given back', Number(rows[0]!.owed), 'turns', atMost(0));
  } finally {
    await client.end();
  }
}

function pause(millis: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, millis));
}
