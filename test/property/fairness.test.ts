import { sourceEngine } from './engine.ts';
import { fairnessProperties } from './fairness.ts';
import { teamDaysProperties } from './team-days.ts';

fairnessProperties(sourceEngine, { teams: 300, leads: 2_000, runs: 300 });
teamDaysProperties(sourceEngine, { runs: 60, leads: 400 });
