// Runs Code Analyzer in a process of its own: it changes the PATH of its process and starts a Java that only the
// end of the whole group stops. Started by analyze.ts with one argument, an AnalyzerTask as JSON.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createCodeAnalyzer } from './analyzer-packages.ts';
import type { AnalyzerResult, AnalyzerTask } from './analyze.ts';
import type { Finding } from './finding.ts';

const severities = ['', 'critical', 'high', 'moderate', 'low', 'info'];
const errorLevel = 1;

const task = JSON.parse(process.argv[2] ?? '') as AnalyzerTask;
const analyzer = await createCodeAnalyzer();

// An engine that could not read a file or follow a path says so in its log and reports no violation.
const unfinished: Finding[] = [];
for (const type of ['LogEvent', 'EngineLogEvent'] as const) {
  analyzer.onEvent(type, (event) => {
    if (event.logLevel !== errorLevel) return;
    const code = `${event.engineName ?? 'core'}:Unfinished`;
    unfinished.push({ file: task.folders[0] ?? '.', line: 0, column: 0, code, message: event.message });
  });
}

const workspace = await analyzer.createWorkspace(task.folders);
const rules = await analyzer.selectRules(task.selectors, { workspace });
const results = await analyzer.run(rules, { workspace });
writeFileSync(path.join(task.reportFolder, 'code-analyzer.html'), results.toFormattedOutput('HTML'));
writeFileSync(path.join(task.reportFolder, 'code-analyzer.sarif'), results.toFormattedOutput('SARIF'));

const violations = results.getViolations().map((violation): Finding => {
  const rule = violation.getRule();
  const place = violation.getPrimaryLocation();
  return {
    file: place.getFile() ?? task.folders[0] ?? '.',
    line: place.getStartLine() ?? 0,
    column: place.getStartColumn() ?? 0,
    code: `${rule.getEngineName()}:${rule.getName()}`,
    message: `${severities[rule.getSeverityLevel()] ?? ''}: ${violation.getMessage()}`,
  };
});
const result: AnalyzerResult = {
  rules: rules.getCount(),
  engines: rules.getEngineNames(),
  findings: [...violations, ...unfinished],
};
writeFileSync(task.resultFile, JSON.stringify(result));
