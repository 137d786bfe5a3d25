import { isAtLeast } from '../oauth/scopes-by-tier.ts';
import type { HubPortal } from '../portals/hub-portal.ts';
import { ProjectError, type ProjectProblem } from './project-error.ts';
import type { Project } from './read-project.ts';

/**
 * Refuses what the account's plan does not have: functions belong to Enterprise, public ones to Content Hub Enterprise besides.
 *
 * @throws ProjectError PRJ008
 */
export function refuseUnaffordable({ functions }: Project, { tier, hubs }: HubPortal): void {
  const problems = functions.flatMap(({ file, config }): ProjectProblem[] => {
    const refuse = (message: string): ProjectProblem[] => [{ code: 'PRJ008', file, message }];
    if (!isAtLeast(tier, 'enterprise')) return refuse(`functions need an Enterprise plan; the account is on ${tier}`);
    if (config.endpoint === undefined || isAtLeast(hubs.content, 'enterprise')) return [];
    return refuse(`a public endpoint needs Content Hub Enterprise; the account has ${hubs.content}`);
  });
  if (problems.length > 0) throw new ProjectError(problems);
}
