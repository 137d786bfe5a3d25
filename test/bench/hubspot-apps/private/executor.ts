import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

type Execute = (
  config: object,
  name: string,
  inputs: { readonly parameters: unknown },
  callback: (value: unknown) => void,
) => Promise<void>;

/** HubSpot's own limit, which its local executor applies. */
export const mostSeconds = 10;

/**
 * HubSpot's local executor, with one function. The package names no way to it, so that it is taken from its folder; what it loads at
 * its first call is loaded here, for that is no part of the function.
 */
export async function openExecutor(file: string): Promise<(parameters: unknown) => Promise<unknown>> {
  const require = createRequire(import.meta.url);
  const folder = path.join(path.dirname(require.resolve('@hubspot/ui-extensions-dev-server')), 'lib', 'serverless');
  const { executeFunction } = (await import(pathToFileURL(path.join(folder, 'executor.js')).href)) as {
    executeFunction: Execute;
  };
  const own = createRequire(path.join(folder, 'executor.js'));
  for (const name of ['@hubspot/local-dev-lib/config', '@hubspot/local-dev-lib/constants/config']) {
    await import(pathToFileURL(own.resolve(name)).href);
  }
  const nobody = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const config = {
    accountId: 1,
    app: { path: path.dirname(file) },
    functionTimeoutMs: mostSeconds * 1_000,
    logger: nobody,
    platformVersion: '2026.09',
    appFunctions: { measured: { resolvedPath: file, secrets: [], componentRoot: path.dirname(file) } },
  };
  return (parameters) =>
    new Promise((resolve, reject) => {
      executeFunction(config, 'measured', { parameters }, resolve).catch(reject);
    });
}
