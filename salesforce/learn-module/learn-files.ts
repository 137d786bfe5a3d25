import path from 'node:path';
import { buildSync } from 'esbuild';
import { document, line } from '../policy-rows/write-xml.ts';

/** Where the module stands that the page Learn learns with, from the root of the repository. */
export const learnFolder = 'salesforce/app/learn/lwc/sbxLearning';

/** The most that the platform takes for a module of a component (LWC guide, "Component JavaScript File"). */
export const mostModuleBytes = 1_000_000;

const entry = 'salesforce/learn-module/learning.ts';

/** Core's learning as one module of the package, by file name. Names stay as they are, so that a reviewer can read it. */
export function learnFiles(root: string): Map<string, string> {
  const { outputFiles } = buildSync({
    absWorkingDir: root,
    entryPoints: [path.join(root, entry)],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2021',
    // A reviewer's scan and the platform's compiler read lines; one of a hundred thousand letters helps neither.
    minifyWhitespace: true,
    minifySyntax: true,
    lineLimit: 140,
    legalComments: 'none',
  });
  const body = outputFiles[0]!.text;
  return new Map([
    [
      'sbxLearning.js',
      `/* eslint-disable */\n// Bundled from ${entry} by npm run compile. Never edited here: change the source and compile again.\n${body}`,
    ],
    [
      'sbxLearning.js-meta.xml',
      document('LightningComponentBundle', [
        line('apiVersion', '65.0'),
        line('description', 'Core’s learning, for the page Learn.'),
        line('isExposed', 'false'),
        line('masterLabel', 'Signalbox Learning'),
      ]),
    ],
  ]);
}
