import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refuseMissing } from '../records/record-refusal.ts';
import type { Pipeline } from '../records/standard/pipelines.ts';
import { apiPaths } from './api-paths.ts';
import { askedType, pathPart } from './asked-by.ts';

/** Pipelines are as old as their portal, of which nobody asks when that was. */
const made = '2020-01-01T00:00:00.000Z';

/** The endpoints of the pipelines of leads and deals, to be read. */
export function pipelineRoutes(app: FastifyInstance): void {
  for (const base of apiPaths.pipelines) {
    app.get(`${base}/:objectType`, (request) => ({ results: pipelinesOf(request).map(pipelineAnswer) }));
    app.get(`${base}/:objectType/:pipelineId`, (request) => pipelineAnswer(pipelineOf(request)));
    app.get(`${base}/:objectType/:pipelineId/stages`, (request) => ({
      results: pipelineAnswer(pipelineOf(request)).stages,
    }));
  }
}

function pipelinesOf(request: FastifyRequest): readonly Pipeline[] {
  const { records, type } = askedType(request, 'read');
  return records.schema.pipelines(type.objectTypeId);
}

function pipelineOf(request: FastifyRequest): Pipeline {
  const pipeline = pipelinesOf(request).find(({ id }) => id === pathPart(request, 'pipelineId'));
  if (pipeline === undefined) throw refuseMissing();
  return pipeline;
}

function pipelineAnswer({ id, label, displayOrder, stages }: Pipeline) {
  const dates = { createdAt: made, updatedAt: made, archived: false };
  return {
    id,
    label,
    displayOrder,
    ...dates,
    stages: stages.map((stage) => ({ ...stage, writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT', ...dates })),
  };
}
