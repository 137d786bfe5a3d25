import pg from 'pg';
import { installEdition } from '../../../sandbox/hubspot/edition/install-edition.ts';
import { startEdition, type Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import { findPostgres, startPostgres } from '../../hubspot/postgres/real-postgres.ts';
import { atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { brokenCalls, forgedCalls, sendSigned, unwantedCalls, type HostileCall } from './hostile-calls.ts';
import { benchHostileTexts } from './hostile-texts.ts';
import { addSalesForm, missingOf, salesLead, until } from './sales-leads.ts';

const tables = [
  'webhook_event',
  'subject',
  'decision',
  'effect',
  'clock',
  'turn',
  'ledger',
  'used_once',
  'draft',
  'alert',
];
/** The answer to a signed call is kept, whatever it says, so that the same call is answered alike. */
const answerTable = 'action_call';
const keptAnswers = 1;
const settleMillis = 4_000;

/** Calls that nobody should send, and texts that nobody should type. */
export async function benchHostile(reporter: Reporter): Promise<void> {
  const programs = findPostgres();
  const postgres = programs === null ? null : await startPostgres(programs);
  try {
    const databaseUrl = postgres === null ? null : await postgres.createDatabase('hostile');
    const edition = await startEdition({ databaseUrl, environment: { REQUEST_SECONDS: '2' } });
    try {
      await installEdition(edition);
      await benchHostileCalls(reporter, edition, databaseUrl);
      await benchHostileTexts(reporter, edition);
    } finally {
      await edition.close();
    }
  } finally {
    await postgres?.close();
  }
}

async function benchHostileCalls(reporter: Reporter, edition: Edition, databaseUrl: string | null): Promise<void> {
  const replays = await makeReplays(edition);
  const calls = [...forgedCalls, ...unwantedCalls, ...replays, ...brokenCalls];
  reporter.heading(`Hostile: ${calls.length} calls that nobody should send`);
  await new Promise((resolve) => setTimeout(resolve, settleMillis));
  const before = await countRows(databaseUrl);
  let changes = 0;
  const endListening = edition.portal.records.onChange(() => (changes += 1));
  const [wrong, unlogged]: [string[], string[]] = [[], []];
  for (const call of calls) {
    const linesBefore = edition.servers[0]!.lines.length;
    const status = await call.send(edition);
    if (status !== call.status) {
      wrong.push(`${call.name}: ${status} instead of ${call.status}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    const isLogged = edition.servers[0]!.lines.slice(linesBefore).some((line) => line.includes(`"status":${status}`));
    if (!isLogged) {
      unlogged.push(call.name);
    }
  }
  await new Promise((resolve) => setTimeout(resolve, settleMillis));
  endListening();
  const after = await countRows(databaseUrl);
  wrong.forEach((each) => reporter.note(each));
  unlogged.forEach((each) => reporter.note(`no line in the log: ${each}`));
  reporter.figure('answered with another status than they should be', wrong.length, 'calls', atMost(0));
  reporter.figure('without a line in the log', unlogged.length, 'calls', atMost(0));
  reporter.figure('changes in the portal', changes, 'changes', atMost(0));
  if (databaseUrl === null) {
    reporter.note('This machine has no PostgreSQL: rows of the tables were not counted.');
  } else {
    const stored = tables.filter((table) => after.get(table) !== before.get(table));
    stored.forEach((table) => reporter.note(`${table}: ${before.get(table)} rows before, ${after.get(table)} after`));
    reporter.figure('tables with other rows than before', stored.length, 'tables', atMost(0));
    const answers = Number(after.get(answerTable)) - Number(before.get(answerTable));
    reporter.figure('answers to actions that are kept', answers, 'answers', atMost(keptAnswers));
  }
}

/** Calls that were rightly sent once. */
async function makeReplays(edition: Edition): Promise<HostileCall[]> {
  const { hubSpot, portal, app, servers } = edition;
  hubSpot.deliveries.clear();
  const form = addSalesForm(hubSpot, portal);
  const contactId = hubSpot.submitForm(portal.portalId, form.formGuid, salesLead(1));
  await until('a lead is whole', () => missingOf(portal, contactId).length === 0);
  const [delivery] = hubSpot.deliveries.list();
  const { userId, email } = portal.users[0]!;
  const query = new URLSearchParams({
    userId: String(userId),
    userEmail: email,
    portalId: String(portal.portalId),
    appId: String(app.appId),
  });
  const draft = await hubSpot.uiFetch(portal.portalId, userId, `${servers[0]!.url}/ui/rules/draft`);
  const publishing = {
    path: `/ui/rules/publish?${query.toString()}`,
    body: JSON.stringify({ draftHash: (draft.json() as { hash: string }).hash }),
    at: Date.now(),
  };
  const status = await sendSigned(edition, publishing);
  if (status !== 200) {
    throw new Error(`The draft was not published: ${status}.`);
  }
  return [
    {
      name: 'a delivery that was taken before, byte for byte',
      status: 200,
      send: () =>
        sendSigned(edition, {
          path: '/hubspot/webhooks',
          body: JSON.stringify(delivery!.events),
          at: delivery!.at,
        }),
    },
    {
      name: 'a publishing that was done before, byte for byte',
      status: 409,
      send: () => sendSigned(edition, publishing),
    },
  ];
}

async function countRows(databaseUrl: string | null): Promise<Map<string, string>> {
  if (databaseUrl === null) {
    return new Map();
  }
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const counts = new Map<string, string>();
    for (const table of [...tables, answerTable]) {
      const { rows } = await client.query<{ count: string }>(`select count(*) from signalbox.${table}`);
      counts.set(table, rows[0]!.count);
    }
    return counts;
  } finally {
    await client.end();
  }
}
