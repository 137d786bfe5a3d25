import { conservationProperties } from './conservation.ts';
import { sourceEngine } from './engine.ts';

conservationProperties(sourceEngine, { companies: 40, leadsEach: 50 });
