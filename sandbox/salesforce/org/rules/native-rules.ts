import type { ChangeHooks } from '../change/change-environment.ts';
import type { FlowServices } from '../flows/flow-runner.ts';
import { recordFlows } from '../flows/record-flows.ts';
import { runFlowAction } from '../flows/run-flow-action.ts';
import type { FormulaWorld } from '../records/record-scope.ts';
import type { RecordStore } from '../records/record-store.ts';
import type { MetadataFiles } from '../schema/metadata-files.ts';
import { readAssignmentRules } from './assignment-rules.ts';
import { readDuplicateRules } from './duplicate-rules.ts';

/** The steps of a save that a package's metadata asks for: assignment rules, duplicate rules and record-triggered flows. */
export function nativeRules(
  files: MetadataFiles,
  store: RecordStore,
  world: FormulaWorld,
  update: FlowServices['update'],
): ChangeHooks {
  return {
    ...recordFlows(files, store.schema, { ...world, store, update, runAction: runFlowAction }),
    ...(hasKind(files, 'assignmentRules') ? { assignOwners: readAssignmentRules(files, store, world) } : {}),
    ...(hasKind(files, 'duplicateRule') ? { findDuplicate: readDuplicateRules(files, store) } : {}),
  };
}

function hasKind(files: MetadataFiles, kind: string): boolean {
  return [...files.keys()].some((path) => path.endsWith(`.${kind}-meta.xml`));
}
