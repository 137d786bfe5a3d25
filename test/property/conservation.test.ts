import { conservationProperties } from './conservation.ts';
import { sourceEngine } from './engine.ts';

conservationProperties(sourceEngine, { companies: 500, leadsEach: 200, fewestLeads: 200_000 });
