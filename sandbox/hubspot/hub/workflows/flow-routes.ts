import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { invalid, notFound } from '../http/refusal.ts';
import { missingScopes } from '../oauth/check-token.ts';
import { describeWorkflow, workflowSummary, type FindAction } from './describe-workflow.ts';
import type { Workflow } from './workflow.ts';

export type FlowParts = {
  /** In the order of their ids. */
  listWorkflows(portalId: number): readonly Workflow[];
  findAction(portalId: number, uid: string): ReturnType<FindAction>;
};

const base = '/automation/v4/flows';
const pageSchema = z.looseObject({
  limit: z.coerce.number().int().min(1).max(100).default(100),
  after: z.string().optional(),
});
const batchSchema = z.looseObject({
  inputs: z.array(z.looseObject({ flowId: z.string(), type: z.literal('FLOW_ID') })).max(100),
});

/** The workflows of a portal, to be read. */
export function flowRoutes(app: FastifyInstance, parts: FlowParts): void {
  const asked = ({ caller, portal }: FastifyRequest): { flows: readonly Workflow[]; findAction: FindAction } => {
    if (!caller!.scopes.has('automation')) throw missingScopes(['automation']);
    const { portalId } = portal!;
    return { flows: parts.listWorkflows(portalId), findAction: (uid) => parts.findAction(portalId, uid) };
  };

  for (const path of [base, `${base}/`]) {
    app.get(path, (request) => {
      const { flows } = asked(request);
      const page = pageSchema.safeParse(request.query);
      if (!page.success) throw invalid('The limit must be from 1 to 100.');
      const { limit, after } = page.data;
      const begin = after === undefined ? 0 : flows.findIndex((flow) => String(flow.workflowId) === after) + 1;
      const shown = flows.slice(begin, begin + limit);
      const hasMore = begin + limit < flows.length;
      return {
        results: shown.map(workflowSummary),
        ...(hasMore && { paging: { next: { after: String(shown.at(-1)!.workflowId) } } }),
      };
    });
  }

  app.get<{ Params: { flowId: string } }>(`${base}/:flowId`, (request) => {
    const { flows, findAction } = asked(request);
    const found = flows.find((flow) => String(flow.workflowId) === request.params.flowId);
    if (found === undefined) throw notFound(`Flow ${request.params.flowId} does not exist.`);
    return describeWorkflow(found, findAction);
  });

  app.post(`${base}/batch/read`, (request) => {
    const { flows, findAction } = asked(request);
    const batch = batchSchema.safeParse(request.body);
    if (!batch.success) throw invalid('The request body has no inputs with a flowId and the type FLOW_ID each.');
    const ids = batch.data.inputs.map(({ flowId }) => flowId);
    const instant = new Date().toISOString();
    const results = flows
      .filter((flow) => ids.includes(String(flow.workflowId)))
      .map((flow) => describeWorkflow(flow, findAction));
    return { status: 'COMPLETE', results, startedAt: instant, completedAt: instant };
  });
}
