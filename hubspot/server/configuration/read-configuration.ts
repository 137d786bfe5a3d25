import { ConfigurationError, type Configuration, type ConfigurationProblem } from './configuration.ts';
import { nextSteps, variablesSchema, type VariableName } from './variables.ts';

/**
 * Reads what the server is told by variables of its environment. An empty variable is one that is not there.
 *
 * @throws ConfigurationError that lists everything that is wrong, without any value
 *
 * `readConfiguration({})` → CFG001: PUBLIC_URL is missing. Next: give the origin that HubSpot calls, … and four more.
 */
export function readConfiguration(environment: { readonly [name: string]: string | undefined }): Configuration {
  const filled = Object.fromEntries(
    Object.keys(nextSteps)
      .filter((name) => (environment[name] ?? '').trim() !== '')
      .map((name) => [name, environment[name]!.trim()]),
  );
  const read = variablesSchema.safeParse(filled);
  if (!read.success) throw new ConfigurationError(read.error.issues.map((issue) => problemOf(issue, filled)));
  const given = read.data;
  return {
    host: given.HOST,
    port: given.PORT,
    publicUrl: given.PUBLIC_URL,
    hubspot: {
      clientId: given.HUBSPOT_CLIENT_ID,
      clientSecret: given.HUBSPOT_CLIENT_SECRET,
      appId: given.HUBSPOT_APP_ID,
      apiUrl: given.HUBSPOT_API_URL,
      appUrl: given.HUBSPOT_APP_URL,
    },
    tokenKeys: given.TOKEN_KEY,
    database: given.DATABASE_URL === undefined ? { form: 'embedded' } : { form: 'server', url: given.DATABASE_URL },
    dataFolder: given.DATA_DIR,
    logLevel: given.LOG_LEVEL,
    metricsToken: given.METRICS_TOKEN ?? null,
    requestSeconds: given.REQUEST_SECONDS,
    stopSeconds: given.STOP_SECONDS,
  };
}

function problemOf(
  issue: { readonly path: readonly PropertyKey[]; readonly message: string },
  filled: { readonly [name: string]: unknown },
): ConfigurationProblem {
  const name = String(issue.path[0]) as VariableName;
  return { code: name in filled ? 'CFG002' : 'CFG001', name, cause: issue.message, nextStep: nextSteps[name] };
}
