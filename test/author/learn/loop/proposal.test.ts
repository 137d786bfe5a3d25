import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import {
  moveProposal,
  propose,
  type Actor,
  type Proposal,
  type ProposalStep,
} from '../../../../core/src/author/learn/loop/proposal.ts';

const waiting = propose({
  proposalKey: 'p7',
  madeBy: { kind: 'schedule', name: 'quarterly training' },
  madeAt: 1_000,
  basedOn: 'aaa',
  proposedHash: 'bbb',
});
const mara: Actor = { kind: 'person', name: 'Mara Lund' };
const publish: ProposalStep = { to: 'published', by: mara, at: 2_000, publishedHash: 'bbb', liveHash: 'aaa' };
const discard: ProposalStep = { to: 'discarded', by: mara, at: 2_000, reason: 'The holidays are in it.' };

function after(proposal: Proposal, step: ProposalStep): Proposal {
  const moved = moveProposal(proposal, step);
  if (moved.kind === 'refused') {
    throw new Error(moved.reason);
  }
  return moved.proposal;
}

describe('moveProposal', () => {
  test('a person publishes by name, and the proposal keeps who, when and what', () => {
    expect(after(waiting, publish)).toEqual({
      ...waiting,
      state: 'published',
      publishedHash: 'bbb',
      decidedBy: 'Mara Lund',
      decidedAt: 2_000,
    });
  });

  test('a person who changed something before publishes another hash', () => {
    expect(after(waiting, { ...publish, publishedHash: 'ccc' })).toMatchObject({
      proposedHash: 'bbb',
      publishedHash: 'ccc',
    });
  });

  test('a person discards, with the reason', () => {
    expect(after(waiting, discard)).toMatchObject({ state: 'discarded', reason: 'The holidays are in it.' });
  });

  test('a schedule may discard, as when a newer training takes its place', () => {
    const by: Actor = { kind: 'schedule', name: 'quarterly training' };
    expect(after(waiting, { ...discard, by })).toMatchObject({ state: 'discarded', decidedBy: 'quarterly training' });
  });

  test.each([
    { name: 'a schedule publishes', from: waiting, step: { ...publish, by: waiting.madeBy }, code: 'LRL012' },
    {
      name: 'nobody publishes',
      from: waiting,
      step: { ...publish, by: { kind: 'person', name: ' ' } },
      code: 'LRL012',
    },
    { name: 'nobody discards', from: waiting, step: { ...discard, by: { kind: 'person', name: '' } }, code: 'LRL012' },
    { name: 'another revision went live since', from: waiting, step: { ...publish, liveHash: 'zzz' }, code: 'LRL013' },
    { name: 'nobody says what it became', from: waiting, step: { ...publish, publishedHash: '' }, code: 'LRL014' },
    { name: 'it was published already', from: after(waiting, publish), step: publish, code: 'LRL011' },
    { name: 'it was discarded already', from: after(waiting, discard), step: publish, code: 'LRL011' },
    { name: 'what is live would be discarded', from: after(waiting, publish), step: discard, code: 'LRL011' },
  ] as { name: string; from: Proposal; step: ProposalStep; code: string }[])(
    'refuses when $name',
    ({ from, step, code }) => {
      expect(moveProposal(from, step)).toMatchObject({ kind: 'refused', code });
    },
  );

  test('whatever is tried, nothing is published without a person’s name', () => {
    const by = fc.record({
      kind: fc.constantFrom('person' as const, 'schedule' as const),
      name: fc.constantFrom('', ' ', '\t', '…', 'Mara Lund', '李'),
    });
    const at = fc.nat();
    const hash = fc.constantFrom('', 'aaa', 'bbb');
    const step = fc.oneof(
      fc.record({ to: fc.constant('published' as const), by, at, publishedHash: hash, liveHash: hash }),
      fc.record({ to: fc.constant('discarded' as const), by, at, reason: fc.string() }),
    );
    let published = 0;
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        let proposal = waiting;
        for (const one of steps) {
          const before = proposal;
          const moved = moveProposal(proposal, one);
          proposal = moved.kind === 'moved' ? moved.proposal : proposal;
          if (before.state !== 'published' && proposal.state === 'published') {
            published += 1;
            expect([one.by.kind, proposal.decidedBy]).toEqual(['person', one.by.name]);
            expect(['Mara Lund', '李']).toContain(one.by.name);
          }
        }
      }),
      { numRuns: 2_000, seed: 20_260_305 },
    );
    expect(published).toBeGreaterThan(20);
  });
});
