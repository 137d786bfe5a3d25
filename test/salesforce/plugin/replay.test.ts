import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Policy } from '../../../core/src/decide/model/policy.ts';
import { Snapshots } from '../../../salesforce/plugin/src/org/snapshots.ts';
import { capture, type Capture } from '../../../salesforce/plugin/src/replay/captured.ts';
import { replayDraft } from '../../../salesforce/plugin/src/replay/replay-draft.ts';
import { summariseReplay } from '../../../salesforce/plugin/src/replay/summarise-replay.ts';
import { warnOfDraft } from '../../../salesforce/plugin/src/replay/warn-of-draft.ts';
import type { ReplaySummary } from '../../../salesforce/plugin/src/results/replay-result.ts';
import { newLeads, serveApp, type ServedApp } from './served-app.ts';

let served: ServedApp;
let captured: Capture;
let live: Policy;

beforeAll(async () => {
  served = await serveApp();
  await served.decideLeads(newLeads(40));
  await served.decideLeads(newLeads(7, 101));
  // The same people come again; they have an owner by now.
  await served.decideLeads(newLeads(3));
  captured = await read(1_000);
  live = captured.decisions[0]!.run.policy;
}, 120_000);

afterAll(() => served.close());

async function read(limit: number): Promise<Capture> {
  const org = await served.open();
  return capture(org, await Snapshots.of(org), { since: null, limit, onProgress: () => undefined });
}

function replay(draft: Policy): ReplaySummary {
  return summariseReplay(captured, replayDraft(captured.decisions, draft));
}

describe('replaying past leads', () => {
  it('moves nothing by the policy that decided them, turns and returning people included', () => {
    const summary = replay(structuredClone(live));
    expect(summary).toMatchObject({ leads: 50, erased: 0, unreadable: 0, moved: 0, destinations: [], owners: [] });
    expect(summary.clocks).toEqual({ promises: [], earlier: 0, later: 0, same: 50 });
    for (const { before, after } of summary.load) expect(after).toBe(before);
    expect(summary.fairness.reduce((sum, { turnsAfter }) => sum + turnsAfter, 0)).toBeGreaterThan(0);
    for (const pool of summary.fairness) expect(pool.largestDeviationAfter).toBe(pool.largestDeviationBefore);
  });

  it('gives a member with a larger weight more, and nobody unfairly little', () => {
    const draft = structuredClone(live);
    const busiest = replay(live).fairness.toSorted((one, other) => other.turnsBefore - one.turnsBefore)[0]!.pool;
    const member = draft.members.find(({ poolKey }) => poolKey === busiest)!;
    member.weight *= 3;
    const summary = replay(draft);
    const { before, after } = summary.load.find(({ owner }) => owner === member.memberKey)!;
    expect(after).toBeGreaterThan(before);
    expect(summary.moved).toBeGreaterThan(0);
    expect(summary.destinations).toEqual([]);
    expect(summary.load.reduce((sum, each) => sum + each.after, 0)).toBe(50);
    for (const pool of summary.fairness) expect(pool.largestDeviationAfter).toBeLessThan(1.5);
    expect(summary.examples).toHaveLength(Math.min(20, summary.moved));
    expect(summary.examples[0]!.after).not.toBe(summary.examples[0]!.before);
  });

  it('counts what goes to another destination, and the clocks that change with it', () => {
    const draft = structuredClone(live);
    const usual = replay(live).load[0]!.owner;
    const destinations = new Set(captured.decisions.map(({ record }) => record.choice.destination));
    const from = [...destinations][0]!;
    const sla = draft.slas.find(
      ({ slaKey }) => slaKey === draft.destinations.find((each) => each.destinationKey === from)!.slaKey,
    )!;
    sla.targetMinutes += 60;
    const summary = replay(draft);
    expect(summary.clocks.later).toBeGreaterThan(0);
    expect(summary.clocks).toMatchObject({ promises: [], earlier: 0 });
    expect(summary.moved).toBe(summary.clocks.later);
    expect(summary.owners).toEqual([]);
    expect(usual).not.toBe('');
  });

  it('sends leads elsewhere where the rules say so', () => {
    const draft = structuredClone(live);
    for (const guard of draft.guards) guard.isActive = false;
    for (const rule of draft.rules) rule.isActive = false;
    for (const cell of draft.cells) cell.destinationKey = draft.fallbackDestinationKey;
    const summary = replay(draft);
    const moved = summary.destinations.reduce((sum, { leads }) => sum + leads, 0);
    expect(moved).toBeGreaterThan(0);
    for (const { to } of summary.destinations) expect(to).toBe(draft.fallbackDestinationKey);
  });

  it('says what it cannot know: strangers in a pool and fields that nobody asked for', () => {
    const draft = structuredClone(live);
    draft.members[0]!.memberKey = 'nobody-yet';
    draft.fields.push({ ...draft.fields[0]!, fieldKey: 'newField' });
    expect(warnOfDraft(draft, captured.decisions)).toEqual([
      'The roster does not have nobody-yet: the draft passes them over here.',
      'No past lead was asked for newField: the draft finds these fields empty here.',
    ]);
    expect(warnOfDraft(live, captured.decisions)).toEqual([]);
  });

  it('reads the latest so many, the earliest of them first', async () => {
    const few = await read(10);
    expect(few.decisions).toHaveLength(10);
    expect(few.decisions.map(({ name }) => name)).toEqual(captured.decisions.slice(-10).map(({ name }) => name));
  });
});
