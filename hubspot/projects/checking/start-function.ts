import { spawnSync } from 'node:child_process';
import * as z from 'zod';

const startedSchema = z.object({ hasMain: z.boolean(), millis: z.number(), megabytes: z.number() });

/** How a function begins: what loading it costs before it has done anything. */
export type StartedFunction = z.infer<typeof startedSchema> & { readonly problems: readonly string[] };

/** So much memory a function has in HubSpot, with everything in it. */
const mostMegabytes = 128;

const script = `
  const startedAt = performance.now();
  const { main } = require(process.argv[1]);
  const millis = performance.now() - startedAt;
  const megabytes = process.memoryUsage().rss / 1e6;
  console.log(JSON.stringify({ hasMain: typeof main === 'function', millis, megabytes }));
`;

/** Loads a built function in a process of its own, as HubSpot does at its first call. */
export function startFunction(file: string): StartedFunction {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', script, file], {
    encoding: 'utf8',
    env: {},
    timeout: 20_000,
  });
  if (status !== 0) {
    const said =
      stderr
        .trim()
        .split('\n')
        .find((line) => /^\w*Error\b/.test(line)) ?? 'it did not end';
    return { hasMain: false, millis: 0, megabytes: 0, problems: [`it does not start: ${said}.`] };
  }
  const started = startedSchema.parse(JSON.parse(stdout));
  return {
    ...started,
    problems: [
      ...(started.hasMain ? [] : ['it has no main.']),
      ...(started.megabytes > mostMegabytes ? [`loading it takes ${Math.round(started.megabytes)} MB.`] : []),
    ],
  };
}
