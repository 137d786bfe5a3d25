import { assembleProperties } from './assemble.ts';
import { sourceEngine } from './engine.ts';

assembleProperties(sourceEngine, { policies: 100 });
