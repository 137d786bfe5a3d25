import type { CustomCode } from '../../functions/custom-code/build-custom-code.ts';
import { ProjectFailure } from '../project-failure.ts';
import type { ProjectFiles } from '../project-files.ts';
import { isRecord, parseJson } from '../validate/parse-json.ts';

/** Where it stands in a built project: beside src, for it is pasted and not uploaded. */
export const customCodeFolder = 'custom-code';

/**
 * The address of the project's public endpoint on a site.
 *
 * @param site an https origin of the portal; null where the workflow step is to decide by itself
 * @throws ProjectFailure HSB004 where the project has no endpoint
 */
export function endpointUrlOf(files: ProjectFiles, site: string | null): string | null {
  if (site === null) return null;
  for (const text of files.values()) {
    const json = parseJson(text);
    const config = json.isJson && isRecord(json.value) ? json.value['config'] : null;
    const endpoint = isRecord(config) ? config['endpoint'] : null;
    const path = isRecord(endpoint) ? endpoint['path'] : null;
    if (typeof path === 'string') return `${site}/hs/serverless/${path.replace(/^\//, '')}`;
  }
  throw new ProjectFailure(
    'HSB004',
    'A workflow step that asks the endpoint needs the component "endpoint", which is to be left out.',
    'Take endpoint out of --without, or leave --site away: the step then decides by itself.',
  );
}

/** The code of the workflow step, and what somebody who pastes it has to know. */
export function customCodeFiles({ form, code, secrets, outputs }: CustomCode): Map<string, string> {
  const name = form === 'endpoint' ? 'call-endpoint.js' : 'decide-here.js';
  const does =
    form === 'endpoint' ? 'asks the public endpoint of the app' : 'decides by itself, without the app’s functions';
  const readme = `# A step of a workflow

\`${name}\` ${does}. In a workflow of contacts add the action Custom code (Node.js), and paste the whole file.

Secrets of the step:

${secrets.map((secret) => `- \`${secret.name}\`: ${secret.words}`).join('\n')}

Outputs to declare, all of them texts: ${outputs.map((output) => `\`${output}\``).join(', ')}.
`;
  return new Map([
    [`${customCodeFolder}/README.md`, readme],
    [`${customCodeFolder}/${name}`, code],
  ]);
}
