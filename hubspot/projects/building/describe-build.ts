import { customCodeFolder } from './custom-code-files.ts';
import type { BuiltProject } from './build-project.ts';

/**
 * What a build made, for people: a line for each file of code with its size, then the rest.
 *
 *     private edition, platform version 2026.09: 14 files in out/hubspot-projects/private
 *       src/app/cards/score-card.js     212.4 KB   zod 96.3, core/src 80.1, hubspot/ui 20.0
 */
export function describeBuild({ options, files, bundles, leftOut, customCode }: BuiltProject, folder: string): string {
  const { edition, platform, features } = options;
  const widest = Math.max(...bundles.map(({ file }) => file.length));
  const withFeatures = features.length === 0 ? '' : ` with ${[...features].sort().join(', ')}`;
  return [
    `${edition} edition${withFeatures}, platform version ${platform}: ${files.size} files in ${folder}`,
    ...bundles.map(({ file, bytes, largest }) => {
      const parts = largest.map((each) => `${each.name} ${kilobytes(each.bytes)}`).join(', ');
      return `  ${file.padEnd(widest)} ${kilobytes(bytes).padStart(7)} KB   ${parts}`;
    }),
    ...(customCode === null
      ? []
      : [`  ${customCodeFolder}/README.md: a workflow step of ${kilobytes(customCode.bytes)} KB to paste`]),
    ...leftOut.map(({ name, why }) => `  without ${name}: ${why}`),
  ].join('\n');
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
