import type { Finding } from '../finding.ts';
import { componentsOf, type FilledProject } from '../parsed-project.ts';

const secretForm = /^[A-Z][A-Z0-9_]{0,63}$/;
const pathForm = /^\/?[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)*$/;
/** What HubSpot, or Node, has in the environment of a function itself. */
const reserved = [
  'PRIVATE_APP_ACCESS_TOKEN',
  'HS_ENVIRONMENT',
  'HS_HUBLET',
  'HS_SERVERLESS_FUNCTION_ID',
  'NODE_ENV',
  'NODE_OPTIONS',
  'PATH',
];
const mostBytes = 1_048_576;

/** Whether functions can be uploaded and reached, and have the secrets that they are to have. */
export function checkFunctions(project: FilledProject): Finding[] {
  const functions = componentsOf(project, 'app-function');
  const paths = new Map<string, string>();
  return functions.flatMap(({ file, config: { entrypoint, secretKeys, endpoint } }) => {
    const findings = [...checkSecrets(file, secretKeys), ...checkSize(project, entrypoint)];
    if (endpoint === undefined) return findings;
    const path = endpoint.path.replace(/^\//, '');
    const other = paths.get(path);
    paths.set(path, file);
    if (!pathForm.test(endpoint.path)) {
      const cause = 'It is served below /hs/serverless/: letters, digits, hyphens and underscores between slashes.';
      findings.push({ code: 'HSM082', file, what: `the path is "${endpoint.path}".`, cause, next: 'Write it so.' });
    }
    if (other !== undefined) {
      const what = `the path "${path}" is that of ${other} already.`;
      const cause = 'All functions of an account share one list of paths.';
      findings.push({ code: 'HSM082', file, what, cause, next: 'Choose another.' });
    }
    if (secretKeys.length === 0) {
      const cause = 'HubSpot serves endpoints to everybody, so that only a secret tells callers apart.';
      findings.push({ code: 'HSM083', file, what: 'secretKeys is empty.', cause, next: 'Name the secret it checks.' });
    }
    return findings;
  });
}

function checkSecrets(file: string, secretKeys: readonly string[]): Finding[] {
  return secretKeys.flatMap((name, place): Finding[] => {
    if (reserved.includes(name)) {
      const cause = 'It is in the environment of every function, with a value that is not yours.';
      return [{ code: 'HSM081', file, what: `a secret is called ${name}.`, cause, next: 'Choose another name.' }];
    }
    if (!secretForm.test(name)) {
      const cause = 'A secret becomes a variable of the environment: capitals, digits and underscores.';
      const next = `Write ${name.toUpperCase().replaceAll(/[^A-Z0-9_]+/g, '_') || 'a name'}, and give hs secret add the same.`;
      return [{ code: 'HSM080', file, what: `a secret is called "${name}".`, cause, next }];
    }
    if (secretKeys.indexOf(name) === place) return [];
    return [
      {
        code: 'HSM063',
        file,
        what: `the secret ${name} stands there twice.`,
        cause: 'Once is enough.',
        next: 'Keep one.',
      },
    ];
  });
}

function checkSize({ files, sourceFolder }: FilledProject, entrypoint: string): Finding[] {
  const file = `${sourceFolder}/${entrypoint.replace(/^\//, '')}`;
  const bytes = Buffer.byteLength(files.get(file) ?? '');
  if (bytes <= mostBytes) return [];
  const cause = `A function has 128 MB and ten seconds; reading more than ${mostBytes} bytes of code costs it both.`;
  const next = 'Import less; the build prints what its largest parts are.';
  return [{ code: 'HSM026', file, what: `it has ${bytes} bytes.`, cause, next }];
}
