import type { ChangeHooks } from '../change/change-environment.ts';
import { filesOf, type MetadataFiles } from '../schema/metadata-files.ts';
import type { OrgSchema } from '../schema/org-schema.ts';
import { FlowRunner, type FlowServices } from './flow-runner.ts';
import { readFlow } from './read-flow.ts';

/** The steps of a save that the active record-triggered flows of a package take. */
export function recordFlows(files: MetadataFiles, schema: OrgSchema, services: FlowServices): ChangeHooks {
  const flows = filesOf(files, /(?:^|\/)([^/]+)\.flow-meta\.xml$/).flatMap(({ match, file }) => {
    const flow = readFlow(match[1] ?? '', file, schema);
    return flow === null ? [] : [flow];
  });
  if (flows.length === 0) {
    return {};
  }
  const runner = new FlowRunner(flows, services);
  return {
    beforeSave: (object, changes) => runner.run('before save', object, changes),
    afterSave: (object, changes) => runner.run('after save', object, changes),
  };
}
