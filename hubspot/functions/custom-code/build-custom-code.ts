import path from 'node:path';
import * as esbuild from 'esbuild';
import { functionBundling } from '../bundling/function-bundling.ts';

/** One file that an admin pastes into a custom code step, and what the step needs beside it. */
export type CustomCode = {
  /** `endpoint` asks the app's public endpoint; `whole` decides by itself. */
  readonly form: 'endpoint' | 'whole';
  readonly code: string;
  readonly bytes: number;
  /** Secrets of the step, each with what belongs into it. */
  readonly secrets: readonly { readonly name: string; readonly words: string }[];
  /** Outputs that the step has to declare, all of them texts. */
  readonly outputs: readonly string[];
};

const outputs = [
  'state',
  'decision_id',
  'destination',
  'owner_id',
  'owner_name',
  'band',
  'reason',
  'fit_score',
  'engagement_score',
  'intent_score',
  'capacity_score',
  'confidence',
  'sla_due',
];

const head = `// Signalbox: decides the contact that is enrolled. Generated; paste it whole into a custom code step (Node.js).
`;

/**
 * Builds the code of a workflow step. It uses nothing but Node: steps have few libraries.
 *
 * @param endpointUrl the app's public endpoint; null where the portal has none, and the step decides by itself
 */
export async function buildCustomCode(endpointUrl: string | null): Promise<CustomCode> {
  const form = endpointUrl === null ? 'whole' : 'endpoint';
  const entry = endpointUrl === null ? 'decide-here.ts' : 'call-endpoint.ts';
  const result = await esbuild.build({
    ...functionBundling,
    // A short file is read by whoever pastes it.
    minify: form === 'whole',
    entryPoints: [path.join(import.meta.dirname, entry)],
    // Comments name files below it: the same code wherever it is built.
    absWorkingDir: path.join(import.meta.dirname, '..', '..', '..'),
    write: false,
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
    tsconfigRaw: {},
    define: { SIGNALBOX_ENDPOINT_URL: JSON.stringify(endpointUrl ?? '') },
    banner: { js: head },
  });
  const code = result.outputFiles[0]!.text;
  return { form, code, bytes: Buffer.byteLength(code), secrets: secretsOf(form), outputs };
}

function secretsOf(form: CustomCode['form']): CustomCode['secrets'] {
  return form === 'endpoint'
    ? [{ name: 'SIGNALBOX_ENDPOINT_KEY', words: 'The same key as the secret of that name of the app.' }]
    : [
        {
          name: 'PRIVATE_APP_ACCESS_TOKEN',
          words: "The access token of the app, from its page in HubSpot's settings.",
        },
      ];
}
