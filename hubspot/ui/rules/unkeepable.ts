import { requireKeepable } from '../../handlers/rules/keepable-rows.ts';
import { RuleStoreError } from '../../handlers/rules/rule-store-error.ts';
import type { Refused } from '../backend/backend.ts';
import type { Draft } from './draft.ts';

/** Why a portal could not give the rows back as they are, such as letters where a number stands; null where it could. */
export function findUnkeepable({ rows }: Draft): Refused | null {
  try {
    requireKeepable(rows);
    return null;
  } catch (error) {
    if (!(error instanceof RuleStoreError)) throw error;
    const message = error.message.slice(`${error.code} `.length, -` ${error.next}`.length);
    return { state: 'refused', code: error.code, message, nextStep: error.next, problems: [] };
  }
}
