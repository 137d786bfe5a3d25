import { editions, sourcesOf } from './building/editions.ts';
import { readFeatures } from './building/features.ts';
import { buildableVersions } from './platform-version.ts';
import { projectsFolder } from './read-command.ts';

/** What the command prints when it is asked for help. */
export function helpText(): string {
  const features = editions.flatMap((edition) => [
    `  ${edition}:`,
    ...readFeatures(sourcesOf(edition)).map(({ name, what }) => `    ${name.padEnd(14)}${what}`),
  ]);
  return `Builds the HubSpot projects of Signalbox, and looks whether HubSpot would take them. No account is needed.

  npm run hubspot -- build ${editions.join('|')} [options]
      makes a folder that hs project upload takes (${projectsFolder}/EDITION)
  npm run hubspot -- validate FOLDER …
      lists what HubSpot would refuse of built projects, or take and then not do
  npm run hubspot -- parse FOLDER …
      the same by HubSpot's own parser, which finds little without an account
  npm run hubspot -- check
      builds both editions and looks at them with everything there is: the validator, HubSpot's
      parser, HubSpot's lint, and HubSpot's own build of each part of the interface
  npm run hubspot -- generate
      writes the metadata that follows from code: the objects of the feature app-object

Options of build
  --out FOLDER       where to
  --platform VERSION ${buildableVersions.join(', ')} (2026.09)
  --features LIST    build profiles, off unless named here
  --without LIST     components to leave out, such as endpoint
  --site ORIGIN      of the portal, for a workflow step that asks the endpoint there; without it the step
                     decides by itself (private edition)
Options of validate and parse
  --json             one JSON text instead of lines

Features
${features.join('\n')}

Ends with 0 when nothing was found, with 1 when something was, with 2 for a command that is not understood.`;
}
