/** Severities that the log can begin at. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** What the server is told from outside. It holds secrets: nothing prints it. */
export type Configuration = {
  readonly host: string;
  /** 0 takes a free port. */
  readonly port: number;
  /** The origin that HubSpot calls, such as `https://signalbox.example.com`. Signatures are checked against it alone. */
  readonly publicUrl: string;
  readonly hubspot: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly appId: number;
    /** Origin of the API. */
    readonly apiUrl: string;
    /** Origin of the pages on which somebody grants the app what it asks for. */
    readonly appUrl: string;
  };
  /** Keys of 32 bytes that seal tokens at rest. The first seals, all open. */
  readonly tokenKeys: readonly Buffer[];
  readonly database: { readonly form: 'server'; readonly url: string } | { readonly form: 'embedded' };
  /** Folder of the embedded database and of the sealed tokens beside it. */
  readonly dataFolder: string;
  readonly logLevel: LogLevel;
  /** Who asks for the metrics must show it; null lets everybody read them. */
  readonly metricsToken: string | null;
  /** A request that has not arrived whole by then is refused. */
  readonly requestSeconds: number;
  /** Requests and jobs that run get so long together to finish when the server stops. */
  readonly stopSeconds: number;
};

/** A setting that is missing or cannot be used. It never repeats the value, which may be a secret. */
export type ConfigurationProblem = {
  /** CFG001 is missing, CFG002 is not usable. */
  readonly code: 'CFG001' | 'CFG002';
  /** Name of the variable. */
  readonly name: string;
  readonly cause: string;
  readonly nextStep: string;
};

/** The server cannot start as it is configured. All that is wrong is listed at once. */
export class ConfigurationError extends Error {
  readonly problems: readonly ConfigurationProblem[];

  constructor(problems: readonly ConfigurationProblem[]) {
    super(
      problems
        .map(({ code, name, cause, nextStep }) => `${code}: ${name} ${cause}. Next: ${nextStep}`)
        .concat('Nothing was started.')
        .join('\n'),
    );
    this.name = 'ConfigurationError';
    this.problems = problems;
  }
}
