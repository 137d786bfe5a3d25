import { Reporter } from '../reporter.ts';
import { benchPortal } from './private.ts';
import { mkdtempSync } from 'node:fs';
await benchPortal(new Reporter(), mkdtempSync('/tmp/x-'));
