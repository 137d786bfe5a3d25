import { conservationProperties } from './conservation.ts';
import { sourceEngine } from './engine.ts';

conservationProperties(sourceEngine, { companies: 300, leadsEach: 200, fewestLeads: 150_000, fewestImports: 50_000 });
