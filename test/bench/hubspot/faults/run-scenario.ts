import { seeded } from '../../salesforce/seeded.ts';
import { findWrongContacts } from './check-contacts.ts';
import { findWrongTables } from './check-tables.ts';
import { findWrongTurns } from './check-turns.ts';
import type { FaultyEdition } from './faulty-edition.ts';
import type { Finding } from './finding.ts';
import type { Scenario } from './scenario.ts';
import { settle } from './settle.ts';
import { sendWave, sleep, type Wave } from './waves.ts';

export type ScenarioOutcome = {
  readonly runs: number;
  readonly leads: number;
  /** What was wrong, each with the seed of its run. */
  readonly wrong: readonly { readonly seed: number; readonly what: string }[];
  /** Runs in which something was wrong. */
  readonly wrongRuns: number;
  /** Leads that were on their way when something was killed. */
  readonly hit: number;
  readonly settleMillis: number;
};

/** Waves of the portals begin within so long of each other. */
const roundMillis = 1_500;
/** A wave has about so long until the next one comes: its writes fall into the next one's beginning. */
const pauseMillis = 1_500;

/**
 * Runs a scenario: a wave into each portal, again and again, while things go wrong; then all is left to settle and everything is
 * looked at. What is wrong with a portal as a whole counts against its last wave. Findings of `before` are not told again.
 */
export async function runScenario(
  scenario: Scenario,
  faulty: FaultyEdition,
  given: { readonly runs: number; readonly firstSeed: number; readonly before: Set<string> },
): Promise<ScenarioOutcome> {
  const { edition } = faulty;
  const rounds = Math.ceil(given.runs / faulty.portals.length);
  edition.hubSpot.limits.counters.reset();
  scenario.begin?.(faulty);
  const waves: Wave[] = [];
  let hit = 0;
  for (let round = 0; round < rounds; round += 1) {
    const firstSeed = given.firstSeed + round * faulty.portals.length;
    const [sent, onTheirWay] = await Promise.all([
      sendRound(faulty, firstSeed),
      scenario.disturb?.(faulty, seeded(firstSeed)) ?? Promise.resolve(0),
    ]);
    waves.push(...sent);
    hit += onTheirWay;
    await sleep(pauseMillis);
  }
  scenario.end?.(faulty);
  const begun = Date.now();
  const open = await settle(faulty, waves, scenario.mostSettleMillis);
  const settleMillis = Date.now() - begun;
  const findings = [
    ...(open.length === 0 ? [] : [{ portalId: waves.at(-1)!.portalId, contactId: null, what: stillOpen(open) }]),
    ...(await findAll(faulty, waves)),
    ...(scenario.areLimitsChecked ? findExceeded(faulty) : []),
  ];
  return { ...countWrong(findings, waves, given.before), hit, settleMillis };
}

async function sendRound(faulty: FaultyEdition, firstSeed: number): Promise<Wave[]> {
  return Promise.all(
    faulty.portals.map(async (to, place) => {
      const seed = firstSeed + place;
      await sleep(seeded(seed ^ 0x5eed)(roundMillis));
      return sendWave(faulty, to, seed);
    }),
  );
}

function stillOpen(open: readonly string[]): string {
  return `${open.length} things are still open: ${open.slice(0, 3).join('; ')}`;
}

async function findAll(faulty: FaultyEdition, waves: readonly Wave[]): Promise<Finding[]> {
  const { edition, database } = faulty;
  const ofContacts = waves.flatMap(({ portalId, contactIds }) =>
    findWrongContacts(edition.hubSpot.portal(portalId), edition.app.appId, contactIds),
  );
  const ofTurns = faulty.portals.flatMap(({ portal }) => findWrongTurns(portal));
  return [...ofContacts, ...ofTurns, ...(database === null ? [] : await findWrongTables(database))];
}

/** Our own budgets must keep us within HubSpot's limits; it must never have to refuse. */
function findExceeded({ edition, portals }: FaultyEdition): Finding[] {
  return portals.flatMap(({ portal: { portalId } }) => {
    const count = edition.hubSpot.limits.counters.read(edition.app.appId, portalId);
    const what = `${count.limited} calls were too many: ${count.mostInTenSeconds} in ten seconds, ${count.mostSearchesInOneSecond} searches in one`;
    return count.limited === 0 ? [] : [{ portalId, contactId: null, what }];
  });
}

function countWrong(
  findings: readonly Finding[],
  waves: readonly Wave[],
  before: Set<string>,
): Omit<ScenarioOutcome, 'hit' | 'settleMillis'> {
  const fresh = findings.filter((finding) => !before.has(nameOf(finding)));
  for (const finding of fresh) {
    before.add(nameOf(finding));
  }
  const wrong = fresh.map((finding) => ({ seed: seedOf(finding, waves), what: nameOf(finding) }));
  return {
    runs: waves.length,
    leads: waves.reduce((sum, wave) => sum + wave.contactIds.length, 0),
    wrong: wrong.toSorted((one, other) => one.seed - other.seed),
    wrongRuns: new Set(wrong.map(({ seed }) => seed)).size,
  };
}

function nameOf({ portalId, contactId, what }: Finding): string {
  return contactId === null ? `portal ${portalId}: ${what}` : `portal ${portalId}, contact ${contactId} ${what}`;
}

function seedOf({ portalId, contactId }: Finding, waves: readonly Wave[]): number {
  const ofPortal = waves.filter((wave) => wave.portalId === portalId);
  const own = ofPortal.find((wave) => contactId !== null && wave.contactIds.includes(contactId));
  return (own ?? ofPortal.at(-1) ?? waves.at(-1)!).seed;
}
