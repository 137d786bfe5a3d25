import pg from 'pg';
import { installEdition } from '../../../sandbox/hubspot/edition/install-edition.ts';
import { startEdition, type Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import { findPostgres, startPostgres } from '../../hubspot/postgres/real-postgres.ts';
import { atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { addSalesForm, salesLead, until } from './sales-leads.ts';

/** When a person chooses the owner: as seen from the decision that is being made. */
const moments = ['before', 'while', 'after'] as const;

type Choice = { readonly contactId: string; readonly moment: (typeof moments)[number]; readonly ownerId: string };

const apiMillis = 100;
const everyMillis = 120;
/** From the creation on a decision is made and written in about so long. */
const longestDecisionMillis = 900;
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
      await new Promise((resolve) => setTimeout(resolve, settleMillis));
      report(reporter, edition, choices);
    } finally {
      await edition.close();
    }
    if (databaseUrl === null) {
      reporter.note('This machine has no PostgreSQL: whether turns were given back was not looked at.');
    } else {
      await reportTurns(reporter, databaseUrl);
    }
  } finally {
    await postgres?.close();
  }
}

async function choose(edition: Edition, leads: number): Promise<Choice[]> {
  const { hubSpot, portal } = edition;
  const form = addSalesForm(hubSpot, portal);
  const choices: Promise<Choice>[] = [];
  for (let place = 0; place < leads; place += 1) {
    const contactId = hubSpot.submitForm(portal.portalId, form.formGuid, salesLead(place));
    choices.push(chooseFor(edition, contactId, place));
    await new Promise((resolve) => setTimeout(resolve, everyMillis));
  }
  return Promise.all(choices);
}

async function chooseFor(edition: Edition, contactId: string, place: number): Promise<Choice> {
  const { portal } = edition;
  const moment = moments[place % moments.length]!;
  const contact = portal.records.findRecord('0-1', contactId)!;
  switch (moment) {
    case 'before':
      break;
    case 'while':
      // Spread evenly over the time that a decision takes, by a step that has no common measure with it.
      await new Promise((resolve) => setTimeout(resolve, (place * 337) % longestDecisionMillis));
      break;
    case 'after':
      await until(`lead ${place} is decided`, () => contact.has('sbx_decision_id'), 120_000, 20);
      await new Promise((resolve) => setTimeout(resolve, (place * 97) % 1_500));
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

/** A turn counts for whoever got the lead by it; where a person's choice was kept instead, nobody did. */
async function reportTurns(reporter: Reporter, databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ kept: string; owed: string }>(
      `select count(*) as kept, count(*) filter (where decision.turn is not null and decision.turn_returned_at is null) as owed
       from signalbox.effect join signalbox.decision using (portal_id, decision_id)
       where effect.kind = 'record' and effect.state = 'ownerKept'`,
    );
    reporter.figure('choices that were kept as ours was to be written', Number(rows[0]!.kept), 'leads');
    reporter.figure('of them with a turn that was not given back', Number(rows[0]!.owed), 'turns', atMost(0));
  } finally {
    await client.end();
  }
}
