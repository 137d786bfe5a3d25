import path from 'node:path';
import { parseArgs } from 'node:util';
import { analyze } from './analyze.ts';
import { findApexSources, readPackageDirectories, type ApexSources } from './apex-sources.ts';
import { CheckFailure, describeFailure } from './check-failure.ts';
import { checkFlows } from './check-flows.ts';
import { checkComponents } from './check-lwc.ts';
import { checkParse } from './check-parse.ts';
import { checkTypes } from './check-types.ts';
import { checkWaivers, countWaivers } from './check-waivers.ts';
import { describeFinding, describeOutcome, type Finding, type Outcome } from './finding.ts';
import { installPackages } from './install-packages.ts';
import { findJava } from './java.ts';
import { checkLints, lints } from './lints/check-lints.ts';
import { checkMetadata } from './metadata/check-metadata.ts';

const root = path.join(import.meta.dirname, '..', '..');
const checkNames = ['parse', 'waivers', 'lints', 'metadata', 'flows', 'lwc', 'types', 'analyze'];
const withoutPackages = ['parse', 'waivers', 'lints'];

const help = `Checks what is deployed to Salesforce with its own tools and rules of ours, without an org.

  npm run check:apex -- [options] [folder …]

Without a folder: the package directories of sfdx-project.json. The checks, in this order:
  parse     every class and trigger parses (apex-parser)
  waivers   every code-analyzer-suppress names one rule, gives a reason and ends
  lints     the project's own rules: sharing, modes, ids, actions, loops (docs/codes.md)
  metadata  every metadata file is what the platform's interface takes and names what there is
  flows     flows against the Lightning Flow Scanner
  lwc       Lightning web components against Salesforce's rules for ESLint
  types     the whole as one project type-checks (apex-ls, warnings count)
  analyze   Code Analyzer: AppExchange, Recommended:Security and the graph engine;
            writes code-analyzer.html and code-analyzer.sarif

Options
  --only LIST    some of the checks, such as --only parse,types
  --out FOLDER   where the reports go (out)
  --seconds N    how long types and analyze may take, each (900)
  --json         one JSON object on standard output instead of lines
  --no-install   fail when packages are missing instead of running npm ci
  --install      only install the packages
  --help

Ends with 0 when nothing was found, with 1 when something was or a check could not be made.
types and analyze need Java 17 or newer.`;

type Settings = {
  only: string[];
  out: string;
  seconds: number;
  json: boolean;
  mayInstall: boolean;
  onlyInstall: boolean;
  folders: string[];
};
type Looked = { findings: Finding[]; amount: string };

try {
  const settings = readSettings();
  if (settings === null) console.log(help);
  else if (settings.onlyInstall) installPackages(true);
  else process.exitCode = (await runChecks(settings)) ? 0 : 1;
} catch (error) {
  if (!(error instanceof CheckFailure)) throw error;
  console.error(describeFailure(error));
  process.exitCode = 1;
}

function readSettings(): Settings | null {
  const { values, positionals } = parseArguments();
  if (values.help) return null;
  const only = values.only?.split(',') ?? checkNames;
  const unknown = only.find((name) => !checkNames.includes(name));
  if (unknown !== undefined) {
    throw new CheckFailure('APC009', `"${unknown}" is not a check.`, `Use some of: ${checkNames.join(', ')}.`);
  }
  const seconds = Number(values.seconds);
  if (!Number.isInteger(seconds) || seconds < 1) {
    throw new CheckFailure('APC009', `--seconds ${values.seconds} is not a number of seconds.`, 'Use one from 1 on.');
  }
  return {
    only,
    out: path.resolve(values.out ?? path.join(root, 'out')),
    seconds,
    json: values.json,
    mayInstall: !values['no-install'],
    onlyInstall: values.install,
    folders: positionals.length > 0 ? positionals : readPackageDirectories(root),
  };
}

function parseArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        only: { type: 'string' },
        out: { type: 'string' },
        seconds: { type: 'string', default: '900' },
        json: { type: 'boolean', default: false },
        'no-install': { type: 'boolean', default: false },
        install: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    });
  } catch (error) {
    throw new CheckFailure('APC009', (error as Error).message, 'See npm run check:apex -- --help.');
  }
}

async function runChecks(settings: Settings): Promise<boolean> {
  const sources = findApexSources(settings.folders);
  const wanted = (check: string): boolean => settings.only.includes(check);
  const needsJava = wanted('types') || wanted('analyze');
  const java = needsJava ? findJava() : '';
  if (checkNames.some((name) => wanted(name) && !withoutPackages.includes(name))) installPackages(settings.mayInstall);

  const files = `${sources.files.length} ${sources.files.length === 1 ? 'file' : 'files'}`;
  const checks: Record<string, () => Looked | Promise<Looked>> = {
    parse: () => ({ findings: checkParse(sources), amount: files }),
    waivers: () => ({ findings: checkWaivers(sources), amount: `${countWaivers(sources)} waivers` }),
    lints: () => ({ findings: checkLints(sources), amount: `${files} with ${lints.length} rules` }),
    metadata: () => count(checkMetadata(sources.folders), 'metadata file'),
    flows: async () => count(await checkFlows(sources.folders), 'flow'),
    lwc: async () => count(await checkComponents(sources.folders), 'module'),
    types: async () => ({ findings: await checkTypes(sources, java, settings.seconds), amount: files }),
    analyze: () => analyzeFiles(sources, files, settings),
  };
  const outcomes: Outcome[] = [];
  for (const check of checkNames.filter(wanted)) {
    const startedAt = performance.now();
    const looked = await checks[check]?.();
    if (looked === undefined) continue;
    const outcome: Outcome = { check, ...looked, seconds: (performance.now() - startedAt) / 1000 };
    outcomes.push(outcome);
    if (!settings.json) printOutcome(outcome);
  }
  const clean = outcomes.every((outcome) => outcome.findings.length === 0);
  if (settings.json) console.log(JSON.stringify({ clean, checks: outcomes }, null, 2));
  return clean;
}

function count({ findings, count }: { findings: Finding[]; count: number }, what: string): Looked {
  return { findings, amount: `${count === 0 ? 'no' : count} ${what}${count === 1 ? '' : 's'}` };
}

async function analyzeFiles(sources: ApexSources, files: string, settings: Settings): Promise<Looked> {
  const result = await analyze(sources, settings.out, settings.seconds);
  return { findings: result.findings, amount: `${files} with ${result.rules} rules of ${result.engines.join(', ')}` };
}

function printOutcome(outcome: Outcome): void {
  for (const finding of outcome.findings) console.log(describeFinding(finding));
  console.log(describeOutcome(outcome));
}
