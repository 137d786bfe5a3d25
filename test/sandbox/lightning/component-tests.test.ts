import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, describe, expect, it, jest, test } from '@jest/globals';
import { whyInstall } from '../../../sandbox/salesforce/lightning/install-packages.ts';
import { testPackages } from '../../../sandbox/salesforce/lightning/test-components.ts';
import { component, removeFolders, writeFiles } from './component-folder.ts';

jest.setTimeout(120_000);
afterAll(removeFolders);

const reason = whyInstall(testPackages);
if (reason !== null) {
  console.warn(`The tests beside components were not run. ${reason}: run "npm run check:lightning -- --install".`);
}

test('what component tests need is there where it is required', () => {
  expect(process.env['SIGNALBOX_REQUIRE_LIGHTNING'] === undefined ? null : reason).toBeNull();
});

const program = path.join(import.meta.dirname, '..', '..', '..', 'sandbox', 'salesforce', 'lightning', 'main.ts');

function run(project: string): { status: number | null; output: string; errors: string } {
  const done = spawnSync(process.execPath, [program, '--project', project], { encoding: 'utf8' });
  return { status: done.status, output: done.stdout, errors: done.stderr };
}

const project = JSON.stringify({ packageDirectories: [{ path: 'package' }] });
const one = { 'sfdx-project.json': project, 'package/lwc/one/one.js': component() };

(reason === null ? describe : describe.skip)('the command that tests Lightning components', () => {
  it('passes when all tests do', () => {
    const { status, output, errors } = run(path.join(import.meta.dirname, 'sample'));
    expect(`${status} ${output}`).toBe('0 3 Lightning web components: every test passed\n');
    expect(errors).toContain('Tests:       5 passed, 5 total');
  });

  it('fails when a test does', () => {
    const failing = "it('adds', () => { expect(1 + 1).toBe(3); });";
    const { status, output } = run(writeFiles({ ...one, 'package/lwc/one/__tests__/one.test.js': failing }));
    expect(`${status} ${output}`).toBe('1 1 Lightning web components: a test failed\n');
  });

  it('fails when a component has no test', () => {
    const { status, errors } = run(writeFiles(one));
    expect(`${status} ${errors}`).toMatch(/^1 LGT005: The component one has no test: .+\n {2}Next: .+\n$/);
  });

  it('says that there is nothing to test', () => {
    const { status, output } = run(writeFiles({ 'sfdx-project.json': project, 'package/README.md': '' }));
    expect(`${status} ${output}`).toMatch(/^0 There is no Lightning web component/);
  });
});
