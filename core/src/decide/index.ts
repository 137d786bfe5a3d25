/** What the edges may use of the engine. Everything else is its own affair. */
export { assess, assign, decide, type Decision } from './pipeline.ts';
export { prepare, allFields } from './policy/prepare.ts';
export { assemble, type AssembledPolicy } from './policy/assemble.ts';
export { flatten } from './policy/flatten.ts';
export { writePolicy } from './policy/write-policy.ts';
export { checkPolicy } from './policy/check-policy.ts';
export { ruleSentence } from './policy/rule-sentence.ts';
export type { PolicyRow, RowCell, RowKind } from './policy/policy-row.ts';
export { writeCalendars, writeRoster } from './record/write-snapshots.ts';
export { sealText } from './record/seal.ts';
export { giveTurnBack } from './route/take-turn.ts';
