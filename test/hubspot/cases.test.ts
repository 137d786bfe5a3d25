import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { calendarsOfText, policyOfText, rosterOfText } from '../../core/src/author/run/read-snapshots.ts';
import {
  assess,
  assign,
  flatten,
  prepare,
  writeCalendars,
  writePolicy,
  writeRoster,
} from '../../core/src/decide/index.ts';
import type { Policy } from '../../core/src/decide/model/policy.ts';
import { RecordRuleStore } from '../../hubspot/handlers/rules/record-rule-store.ts';
import { publishDraft } from '../../hubspot/handlers/rules/publish-draft.ts';
import { LockedLedgers } from '../../hubspot/server/deciding/ledgers.ts';
import { questionOf } from '../cases/given.ts';
import { isCall, outcomeOf, readTopics, type DecideCase } from '../cases/topics.ts';
import { MemoryCrm } from './memory-crm.ts';
import { plainConfiguration } from './rules/draft-configuration.ts';
import { closeTables, openTables, type Tables } from './server/installing/embedded-tables.ts';

/**
 * The contract that every edition signs, signed here by what this one puts around the engine: a policy that was published as rows
 * of the portal and read back, roster and calendars out of their snapshots, ledgers out of the database under their lock.
 */
const topics = readTopics();
const portalId = 1;
/** The embedded database compiles itself first. */
const startMillis = 60_000;

afterAll(closeTables);

describe.each(topics)('$topic.topic in HubSpot', ({ topic }) => {
  let database: Tables;

  beforeAll(async () => {
    database = await openTables();
  }, startMillis);

  test.each(topic.cases)('$name', async (one) => {
    const outcome = isCall(one) ? outcomeOf(one) : await decideHere(database, one);
    expect(outcome).toEqual(one.expect);
  });
});

async function decideHere(database: Tables, { given }: DecideCase): Promise<DecideCase['expect']> {
  const { policy, reps, calendars, ledgers, input } = questionOf(given);
  const kept = await publishedAndReadBack(policy);
  const roster = rosterOfText(writeRoster({ reps }));
  const context = {
    prepared: prepare(kept),
    policyHash: 'policy',
    reps: new Map(roster.reps.map((rep) => [rep.repKey, rep])),
    rosterHash: 'roster',
    calendars: new Map(calendarsOfText(writeCalendars(calendars)).map((calendar) => [calendar.calendarKey, calendar])),
    calendarsHash: 'calendars',
  };
  const names = ledgers.map((ledger) => `trial/${ledger.poolKey}`);
  await database.query('delete from ledger');
  for (const ledger of ledgers) {
    await database.query('insert into ledger (portal_id, ledger_name, sequence, ledger) values ($1, $2, $3, $4)', [
      portalId,
      `trial/${ledger.poolKey}`,
      ledger.sequence,
      JSON.stringify(ledger),
    ]);
  }
  return database.transaction(async (transaction) => {
    const locked = await LockedLedgers.lock(transaction, portalId, names);
    const { decisionText, personalText } = assign(assess(input, context), locked.known(names), context);
    return { decisionText, personalText };
  });
}

const published = new Map<string, Promise<Policy>>();

/** Each policy once, in a portal of its own. */
function publishedAndReadBack(policy: Policy): Promise<Policy> {
  const text = writePolicy(policy);
  const known = published.get(text) ?? publish(policy, text);
  published.set(text, known);
  return known;
}

async function publish(policy: Policy, text: string): Promise<Policy> {
  const store = new RecordRuleStore(new MemoryCrm());
  await store.prepare();
  await store.writeDraft(flatten(policy), plainConfiguration);
  const outcome = await publishDraft(store, { publishedBy: 'a test', now: 1 });
  if (outcome.kind === 'refused') {
    throw new Error(JSON.stringify(outcome.problems));
  }
  const revision = await store.readRevision(outcome.revision.hash);
  expect(revision?.text).toBe(text);
  return policyOfText(revision!.text);
}
