import { conservationProperties } from './conservation.ts';
import { sourceEngine } from './engine.ts';

conservationProperties(sourceEngine, { companies: 100, leadsEach: 200, fewestLeads: 40_000 });
