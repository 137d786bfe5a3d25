import type { FastifyInstance } from 'fastify';
import { apiPaths } from './api-paths.ts';
import { callerOf } from './asked-by.ts';

/** What a portal that limits nothing says instead of a number. */
const mostAnyway = 10_000;

/** How much of what a plan allows a portal has used. */
export function limitRoutes(app: FastifyInstance): void {
  for (const base of apiPaths.limits) {
    app.get(`${base}/custom-properties`, (request) => {
      const { byType, count, most } = callerOf(request).portal.records.countProperties();
      const limit = most ?? mostAnyway;
      const used = (usage: number): number => Math.round((usage / limit) * 1000) / 10;
      return {
        overallLimit: limit,
        overallUsage: count,
        overallPercentage: used(count),
        byObjectType: byType
          .filter((each) => each.count > 0)
          .map(({ type, count: usage }) => ({
            objectTypeId: type.objectTypeId,
            singularLabel: type.custom?.labels.singular ?? type.name,
            pluralLabel: type.custom?.labels.plural ?? type.pathNames[0],
            limit,
            usage,
            percentage: used(usage),
          })),
      };
    });
  }
}
