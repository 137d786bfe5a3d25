import type { FastifyInstance } from 'fastify';
import { accountRoutes } from './account-routes.ts';
import { associationRoutes } from './association-routes.ts';
import { batchAssociationRoutes } from './batch-association-routes.ts';
import { batchRoutes } from './batch-routes.ts';
import { answerError } from './error-answer.ts';
import { limitRoutes } from './limit-routes.ts';
import { mergeRoutes } from './merge-routes.ts';
import { ownerRoutes } from './owner-routes.ts';
import { pipelineRoutes } from './pipeline-routes.ts';
import { propertyRoutes } from './property-routes.ts';
import { recordRoutes } from './record-routes.ts';
import { schemaRoutes } from './schema-routes.ts';
import { searchRoutes } from './search-routes.ts';

/**
 * The CRM API of a portal, under its numbered and its dated paths. Each endpoint works in the portal of `request.caller`, which
 * has to be set in a hook before; null is answered as HubSpot answers a request without a token.
 */
export async function crmRoutes(app: FastifyInstance): Promise<void> {
  await app.register((crm, _options, done) => {
    crm.setErrorHandler(answerError);
    recordRoutes(crm);
    batchRoutes(crm);
    searchRoutes(crm);
    mergeRoutes(crm);
    associationRoutes(crm);
    batchAssociationRoutes(crm);
    ownerRoutes(crm);
    propertyRoutes(crm);
    schemaRoutes(crm);
    pipelineRoutes(crm);
    accountRoutes(crm);
    limitRoutes(crm);
    done();
  });
}
