import { isComponentType, ruleOf } from '../../component-types.ts';
import { isAtLeast } from '../../platform-version.ts';
import type { Finding } from '../finding.ts';
import { appOf, type Component, type FilledProject } from '../parsed-project.ts';

/** Whether authentication, distribution, platform version and components go together. */
export function checkApp(project: FilledProject): Finding[] {
  const app = appOf(project);
  if (app === null) return [];
  return [...checkAuth(app), ...checkUserLevel(project, app), ...checkSupport(app), ...checkComponents(project, app)];
}

function checkAuth({ file, config: { auth, distribution } }: Component<'app'>): Finding[] {
  const findings: Finding[] = [];
  const hasRedirects = (auth.redirectUrls ?? []).length > 0;
  if (distribution === 'marketplace' && auth.type !== 'oauth') {
    const next = 'Use oauth, or distribute the app privately.';
    findings.push({
      code: 'HSM031',
      file,
      what: 'auth.type is static.',
      cause: 'The marketplace takes oauth only.',
      next,
    });
  }
  if (auth.type === 'static' && hasRedirects) {
    const cause = 'Nobody is sent to an app with a static token; HubSpot allows the key with oauth only.';
    findings.push({ code: 'HSM032', file, what: 'there are redirectUrls.', cause, next: 'Take them out.' });
  }
  if (auth.type === 'oauth' && !hasRedirects) {
    const cause = 'With oauth HubSpot sends whoever installs the app back to one of them.';
    findings.push({ code: 'HSM032', file, what: 'there are no redirectUrls.', cause, next: 'Add one.' });
  }
  if (auth.type === 'static' && [auth.optionalScopes, auth.conditionallyRequiredScopes].some((list) => list?.length)) {
    const cause = 'A static token has what is required, and nobody is asked.';
    const next = 'Move what is needed to requiredScopes, and take the rest out.';
    findings.push({ code: 'HSM033', file, what: 'there are scopes to choose from.', cause, next });
  }
  return findings;
}

function checkUserLevel({ platform }: FilledProject, { file, config }: Component<'app'>): Finding[] {
  if (config.isUserLevel !== true) return [];
  if (!isAtLeast(platform, '2026.09')) {
    const what = `isUserLevel is set, and the project is of version ${platform}.`;
    const cause = 'User-level apps came with 2026.09.';
    return [{ code: 'HSM035', file, what, cause, next: 'Take it out, or build for 2026.09.' }];
  }
  if (config.auth.type !== 'static') return [];
  const cause = 'It would act for whoever installed it, and a static token is that of the account.';
  return [{ code: 'HSM041', file, what: 'isUserLevel is set.', cause, next: 'Take it out, or use oauth.' }];
}

function checkSupport({ file, config: { distribution, support } }: Component<'app'>): Finding[] {
  const isThere = [support?.supportEmail, support?.supportUrl, support?.supportPhone].some(
    (each) => each !== undefined,
  );
  if (distribution !== 'marketplace' || isThere) return [];
  const cause = 'The marketplace lists no app without somebody whom its users can ask.';
  const next = 'Give supportEmail, supportUrl or supportPhone.';
  return [{ code: 'HSM042', file, what: 'support names nobody.', cause, next }];
}

function checkComponents({ metadata, platform }: FilledProject, { config }: Component<'app'>): Finding[] {
  const { auth, distribution } = config;
  return metadata.flatMap(({ file, type }): Finding[] => {
    if (!isComponentType(type)) return [];
    const rule = ruleOf(type);
    const findings: Finding[] = [];
    if (!rule.auths.includes(auth.type) || !rule.distributions.includes(distribution)) {
      const what = `a component of type ${type}, in an app with ${auth.type} and ${distribution} distribution.`;
      const cause = `HubSpot allows it with ${rule.auths.join(' or ')} and ${rule.distributions.join(' or ')} distribution.`;
      findings.push({ code: 'HSM034', file, what, cause, next: 'Take it out of this app.' });
    }
    if (!isAtLeast(platform, rule.since)) {
      const what = `a component of type ${type}, and the project is of version ${platform}.`;
      const next = `Take it out, or build for ${rule.since}.`;
      findings.push({ code: 'HSM035', file, what, cause: `The type came with ${rule.since}.`, next });
    }
    return findings;
  });
}
