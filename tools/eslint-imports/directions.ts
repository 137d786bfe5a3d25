/** Who may import whom. The most specific folder (or file) that holds a file decides for it. */
export interface Direction {
  readonly from: string;
  readonly mayImport: readonly string[];
  readonly packages: boolean;
}

const decide = 'core/src/decide';

/** In the order a lead passes through them: a stage sees earlier stages only. */
const stages = ['model', 'intake', 'normalize', 'classify', 'enrich', 'identify', 'score', 'route', 'act', 'record'];

export const directions: readonly Direction[] = [
  // The compiler shares the words that Apex reserves with the subset's rules, and compiles the cases.
  { from: 'salesforce', mayImport: ['salesforce', 'core', 'tools/eslint-subset', 'test/cases'], packages: true },
  { from: 'hubspot/handlers', mayImport: ['hubspot/handlers', 'core'], packages: true },
  { from: 'hubspot/server', mayImport: ['hubspot/server', 'hubspot/handlers', 'core'], packages: true },
  { from: 'hubspot/functions', mayImport: ['hubspot/functions', 'hubspot/handlers', 'core'], packages: true },
  { from: 'hubspot/ui', mayImport: ['hubspot/ui', 'hubspot/handlers', 'core'], packages: true },
  // It builds what is uploaded out of the other folders; it runs on a developer's machine only.
  { from: 'hubspot/projects', mayImport: ['hubspot', 'core'], packages: true },
  { from: 'sandbox', mayImport: ['sandbox', 'core'], packages: true },
  { from: 'core', mayImport: ['core'], packages: true },
  { from: decide, mayImport: [decide], packages: false },
  ...stages.map((stage, index) => ({
    from: `${decide}/${stage}`,
    mayImport: stages.slice(0, index + 1).map((each) => `${decide}/${each}`),
    packages: false,
  })),
  { from: `${decide}/policy`, mayImport: [`${decide}/policy`, `${decide}/model`], packages: false },
];
