import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ApexSources } from './apex-sources.ts';
import { CheckFailure } from './check-failure.ts';
import type { Finding } from './finding.ts';
import { placeUnfinished } from './place-unfinished.ts';
import { runProgram } from './run-program.ts';

export type AnalyzerTask = { folders: string[]; selectors: string[]; reportFolder: string; resultFile: string };
export type AnalyzerResult = { rules: number; engines: string[]; findings: Finding[] };

// The first two are what the security review of a package asks for; the graph engine is not among them.
const selectors = ['AppExchange', 'Recommended:Security', 'sfge'];
const enginesForApex = ['pmd', 'regex', 'sfge'];

/**
 * Every violation that Salesforce Code Analyzer and its graph engine report. Also writes `code-analyzer.html` and
 * `code-analyzer.sarif` into the report folder.
 *
 * Example: dynamic SOQL that is put together with `+` gives `[{ code: 'pmd:ApexSOQLInjection', … }]`.
 */
export async function analyze(sources: ApexSources, reportFolder: string, seconds: number): Promise<AnalyzerResult> {
  mkdirSync(reportFolder, { recursive: true });
  const scratch = mkdtempSync(path.join(tmpdir(), 'signalbox-analyze-'));
  try {
    const resultFile = path.join(scratch, 'result.json');
    const task: AnalyzerTask = { folders: sources.folders, selectors, reportFolder, resultFile };
    const program = path.join(import.meta.dirname, 'analyzer-process.ts');
    // Its logs and what it leaves when it is stopped go into the scratch folder too.
    const environment = { ...process.env, TMPDIR: scratch, TEMP: scratch, JAVA_TOOL_OPTIONS: javaOptions() };
    const finished = await runProgram(process.execPath, [program, JSON.stringify(task)], seconds, environment);
    if (finished.outOfTime) throw failure(`it had not ended after ${seconds} s`);
    if (finished.status !== 0 || !existsSync(resultFile)) {
      throw failure(`it ended with ${finished.status}: ${finished.errors.trim().slice(-2000)}`);
    }
    const result = JSON.parse(readFileSync(resultFile, 'utf8')) as AnalyzerResult;
    const without = enginesForApex.filter((engine) => !result.engines.includes(engine));
    if (without.length > 0) throw failure(`no rule of ${without.join(', ')} was selected`);
    return { ...result, findings: placeUnfinished(result.findings) };
  } finally {
    // A Java that was stopped may need a moment to let go of its files.
    rmSync(scratch, { recursive: true, maxRetries: 5 });
  }
}

/** With its heap as full as the graph engine keeps it, Java's usual collector takes half of all time on two cores; the plain one does not. */
function javaOptions(): string {
  return [process.env['JAVA_TOOL_OPTIONS'], '-XX:+UseSerialGC'].filter((option) => option !== undefined).join(' ');
}

function failure(cause: string): CheckFailure {
  return new CheckFailure(
    'APC007',
    `Code Analyzer could not analyze the Apex: ${cause}.`,
    'Allow it more time with --seconds, or raise the limits in salesforce/checks/code-analyzer.yml.',
  );
}
