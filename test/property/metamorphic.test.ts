import { sourceEngine } from './engine.ts';
import { metamorphicProperties } from './metamorphic.ts';

metamorphicProperties(sourceEngine, { companies: 100, leadsEach: 100 });
