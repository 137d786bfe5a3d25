import { describe, expect, test } from '@jest/globals';
import { assembleProperties } from './assemble.ts';
import { conservationProperties } from './conservation.ts';
import { buildCheckedEngine } from './engine.ts';
import { fairnessProperties } from './fairness.ts';
import { metamorphicProperties } from './metamorphic.ts';
import { teamDaysProperties } from './team-days.ts';

/** Every property once more, on an engine in which no whole number may leave its 32 or 53 bits. */
describe('with checked arithmetic', () => {
  const engine = buildCheckedEngine();

  test('a sum that leaves its width is caught', () => {
    const ledger = { poolKey: 'pool', sequence: Number.MAX_SAFE_INTEGER, dayStartedAt: 0, weekStartedAt: 0 };
    const entry = { memberKey: 'a', weight: 1, credit: 0, dayCount: 0, weekCount: 0, openCount: 0 };
    expect(() => engine.takeTurn({ ...ledger, entries: [entry] }, [true], 0)).toThrow('ARI001');
  });

  fairnessProperties(engine, { teams: 20, leads: 1_000, runs: 30 });
  teamDaysProperties(engine, { runs: 5, leads: 200 });
  conservationProperties(engine, { companies: 40, leadsEach: 100, fewestLeads: 5_000, fewestImports: 1_000 });
  metamorphicProperties(engine, { companies: 10, leadsEach: 30 });
  assembleProperties(engine, { policies: 10 });
});
