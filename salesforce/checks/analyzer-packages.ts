import { createRequire } from 'node:module';
import path from 'node:path';

// What is used of Code Analyzer's packages. They are installed beside this file only where the checks run, so their
// own types are not there when the project is type-checked.
export type CodeLocation = {
  getFile(): string | undefined;
  getStartLine(): number | undefined;
  getStartColumn(): number | undefined;
};
export type Rule = { getName(): string; getEngineName(): string; getSeverityLevel(): number };
export type Violation = { getRule(): Rule; getMessage(): string; getPrimaryLocation(): CodeLocation };
export type RuleSelection = { getCount(): number; getEngineNames(): string[] };
export type RunResults = { getViolations(): Violation[]; toFormattedOutput(format: string): string };
export type LogEvent = { engineName?: string; logLevel: number; message: string };
export type Workspace = { getWorkspaceId(): string };
export type CodeAnalyzer = {
  addEnginePlugin(plugin: unknown): Promise<void>;
  createWorkspace(folders: string[]): Promise<Workspace>;
  selectRules(selectors: string[], options: { workspace: Workspace }): Promise<RuleSelection>;
  run(rules: RuleSelection, options: { workspace: Workspace }): Promise<RunResults>;
  onEvent(type: 'LogEvent' | 'EngineLogEvent', listener: (event: LogEvent) => void): void;
};
type Core = {
  CodeAnalyzer: new (config: unknown) => CodeAnalyzer;
  CodeAnalyzerConfig: { fromFile(file: string): unknown };
};

// The engines behind the rules of the required security review and the graph engine. Flows have one more, which
// needs Python; the check "flows" looks at them with another scanner.
const engines = ['pmd', 'eslint', 'regex', 'retirejs', 'sfge'];

/**
 * A Code Analyzer with its engines and the settings of `code-analyzer.yml`.
 *
 * Example: `(await createCodeAnalyzer()).createWorkspace(['salesforce/engine'])`.
 */
export async function createCodeAnalyzer(): Promise<CodeAnalyzer> {
  const require = createRequire(path.join(import.meta.dirname, 'package.json'));
  const core = require('@salesforce/code-analyzer-core') as Core;
  const settings = path.join(import.meta.dirname, 'code-analyzer.yml');
  const analyzer = new core.CodeAnalyzer(core.CodeAnalyzerConfig.fromFile(settings));
  for (const engine of engines) {
    const plugin = require(`@salesforce/code-analyzer-${engine}-engine`) as { createEnginePlugin(): unknown };
    await analyzer.addEnginePlugin(plugin.createEnginePlugin());
  }
  return analyzer;
}
