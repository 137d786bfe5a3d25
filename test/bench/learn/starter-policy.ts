import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Policy } from '../../../core/src/decide/model/policy.ts';

const file = path.join(import.meta.dirname, '../../../core/policies/starter.json');

/** The policy that comes with Signalbox, fresh each time. */
export function starterPolicy(): Policy {
  return JSON.parse(readFileSync(file, 'utf8')) as Policy;
}
