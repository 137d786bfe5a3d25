import * as z from 'zod';
import { rowTables } from '../../../../core/src/author/policy/row-tables.ts';

const count = z.int().min(0);
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);
const kind = z.enum(rowTables.map((table) => table.kind));

const rowChange = z.strictObject({
  kind,
  name: z.string(),
  change: z.enum(['added', 'removed', 'changed', 'moved']),
  before: z.string().nullable().describe('What the row says; null where it was added.'),
  after: z.string().nullable().describe('What the row says; null where it was removed.'),
});

const difference = z.strictObject({
  changes: z.array(rowChange),
  counts: z.array(z.strictObject({ kind, added: count, removed: count, changed: count, moved: count })),
});

const replacedRows = z.strictObject({ stayed: count, moved: count, added: count, removed: count });

export const policyPullResult = z.strictObject({
  file: z.string().describe('The whole path of the file that was written.'),
  fingerprint: fingerprint.describe('SHA-256 of the canonical text of the policy.'),
  rows: count,
  findings: z.array(z.string()).describe('What keeps the rows from being published.'),
});

export const policyPushResult = z.strictObject({
  fingerprint,
  isDryRun: z.boolean(),
  rows: replacedRows.nullable().describe('What became of the rows; null in a dry run.'),
  difference: difference.describe('From the working rows as they were to the file.'),
});

export const policyDiffResult = z.strictObject({
  comparedWith: z.string(),
  isDifferent: z.boolean(),
  fingerprintBefore: fingerprint,
  fingerprintAfter: fingerprint.describe('Of the working rows.'),
  findings: z.array(z.string()).describe('What keeps the working rows from being published.'),
  difference,
});

export const policyPublishResult = z.strictObject({
  revisionNumber: z.int().min(1),
  fingerprint: fingerprint.describe('The same in the org and here.'),
  isUnchanged: z.boolean().describe('Whether the rows were what is live already.'),
});

/** One row that two policies do not share as it is. What was added has no `before`, what was removed no `after`. */
export type RowChange = z.infer<typeof rowChange>;
export type PolicyDifference = z.infer<typeof difference>;
/** How many rows stayed the records they were, changed their place, were added and were taken away. */
export type ReplacedRows = z.infer<typeof replacedRows>;
export type PolicyPullResult = z.infer<typeof policyPullResult>;
export type PolicyPushResult = z.infer<typeof policyPushResult>;
export type PolicyDiffResult = z.infer<typeof policyDiffResult>;
export type PolicyPublishResult = z.infer<typeof policyPublishResult>;
