import { similarNames } from '../../../../core/src/author/policy/similar-names.ts';
import type { Finding } from '../finding.ts';
import { knownScopes } from '../known-scopes.ts';
import { isRecord } from '../parse-json.ts';
import { appOf, type FilledProject } from '../parsed-project.ts';

/** Whether scopes are spelt as HubSpot spells them, and each is asked for once. */
export function checkScopes(project: FilledProject): Finding[] {
  const app = appOf(project);
  const ofApp = app === null ? [] : checkLists(app.file, app.config.auth);
  const isWithoutOauth =
    app !== null && app.config.auth.type === 'oauth' && !app.config.auth.requiredScopes.includes('oauth');
  return [
    ...ofApp,
    ...(isWithoutOauth ? [withoutOauth(app.file)] : []),
    ...project.metadata.flatMap(({ file, content: { permissions } }) =>
      isRecord(permissions) ? checkLists(file, permissions) : [],
    ),
  ];
}

function withoutOauth(file: string): Finding {
  const cause = 'HubSpot refuses to install an app with oauth that does not require it.';
  return { code: 'HSM040', file, what: 'the scope oauth is not required.', cause, next: 'Add it to requiredScopes.' };
}

function checkLists(file: string, lists: object): Finding[] {
  const asked = ['requiredScopes', 'conditionallyRequiredScopes', 'optionalScopes'].flatMap((key) => {
    const list = (lists as Readonly<Record<string, unknown>>)[key];
    return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
  });
  const twice = [...new Set(asked.filter((scope, place) => asked.indexOf(scope) !== place))];
  return [
    ...twice.map((scope): Finding => {
      const cause = 'A scope is either required or may be left away, not both.';
      return { code: 'HSM039', file, what: `the scope ${scope} stands there twice.`, cause, next: 'Keep one.' };
    }),
    ...[...new Set(asked)].filter((scope) => !knownScopes.has(scope)).map((scope) => unknownScope(file, scope)),
  ];
}

function unknownScope(file: string, scope: string): Finding {
  const similar = similarNames(scope, [...knownScopes]);
  return {
    code: 'HSM038',
    file: file,
    what: `the scope "${scope}" is not known.`,
    cause: 'HubSpot refuses an upload with a scope that it does not have.',
    next: similar.length > 0 ? `Write ${similar[0]}, if that is meant.` : 'Take it out, or add it to known-scopes.ts.',
  };
}
