import type { ProjectFiles } from '../project-files.ts';
import { checkActions } from './checks/check-actions.ts';
import { checkAddresses } from './checks/check-addresses.ts';
import { checkApp } from './checks/check-app.ts';
import { checkCards } from './checks/check-cards.ts';
import { checkEntrypoints } from './checks/check-entrypoints.ts';
import { checkFunctions } from './checks/check-functions.ts';
import { checkObjects } from './checks/check-objects.ts';
import { checkPackages } from './checks/check-packages.ts';
import { checkPlacement } from './checks/check-placement.ts';
import { checkScopes } from './checks/check-scopes.ts';
import { checkShapes } from './checks/check-shapes.ts';
import { checkUids } from './checks/check-uids.ts';
import { checkVariables } from './checks/check-variables.ts';
import { checkWebhooks } from './checks/check-webhooks.ts';
import { fillProject } from './fill-project.ts';
import { sortFindings, type Finding } from './finding.ts';
import { parseProject } from './parse-project.ts';

const checksOfFiles = [checkPlacement, checkVariables, checkEntrypoints, checkPackages];
const checksOfMeaning = [
  checkApp,
  checkScopes,
  checkAddresses,
  checkWebhooks,
  checkActions,
  checkCards,
  checkFunctions,
  checkObjects,
];

/**
 * What HubSpot would refuse of a project, or take and then not do; nothing of it needs an account. What depends on variables is
 * looked at with each of the project's profiles.
 *
 * validateProject(readProjectFiles('out/hubspot-projects/private')) → []
 */
export function validateProject(files: ProjectFiles): Finding[] {
  const { project, findings } = parseProject(files);
  if (project === null) return sortFindings(findings);
  const profiles = project.profiles.length === 0 ? [null] : project.profiles;
  return sortFindings([
    ...findings,
    ...checksOfFiles.flatMap((check) => check(project)),
    ...profiles.flatMap((profile) => {
      const filled = fillProject(project, profile);
      const ofProfile = [checkUids, checkShapes].flatMap((check) => check(project, profile));
      return [...ofProfile, ...checksOfMeaning.flatMap((check) => check(filled))];
    }),
  ]);
}
