import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { writeProject } from '../../../hubspot/projects/building/write-project.ts';
import { countCalls } from '../../../hubspot/projects/checking/count-calls.ts';
import { readCommand } from '../../../hubspot/projects/read-command.ts';
import { buildWithFixtures } from './built-projects.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]): { status: number | null; out: string; errors: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['hubspot/projects/main.ts', ...args], {
    encoding: 'utf8',
  });
  return { status: status, out: stdout, errors: stderr };
}

describe('the arguments', () => {
  test('name edition, platform version, features and what is left out', () => {
    const args = ['build', 'private', '--platform', '2026.03', '--features', 'leads, webhooks', '--without', 'home'];
    expect(readCommand(args, '/root')).toEqual({
      kind: 'build',
      options: {
        edition: 'private',
        platform: '2026.03',
        features: ['leads', 'webhooks'],
        without: ['home'],
        site: null,
      },
      out: path.join('/root', 'out', 'hubspot-projects', 'private'),
    });
    expect(readCommand(['build', 'marketplace', '--out', 'a'], '/root')).toMatchObject({ out: path.resolve('a') });
    expect(readCommand([], '/root')).toEqual({ kind: 'help' });
    expect(readCommand(['check', '--help'], '/root')).toEqual({ kind: 'help' });
  });

  test.each([
    [['biuld'], 'HSB001', 'Write build.'],
    [['build'], 'HSB002', 'Use one of: marketplace, private.'],
    [['build', 'privat'], 'HSB002', 'Write private.'],
    [['build', 'private', '--platform', '2025.2'], 'HSB002', 'Use one of: 2026.03, 2026.09.'],
    [['build', 'private', '--json'], 'HSB001', 'See npm run hubspot -- --help.'],
    [['build', 'private', '--speed', '9'], 'HSB001', 'See npm run hubspot -- --help.'],
    [['build', 'marketplace', '--site', 'https://a.example'], 'HSB001', 'Take it out.'],
    [['build', 'private', '--site', 'http://a.example'], 'HSB002', 'Write it as https://www.example.com.'],
    [['validate'], 'HSB001', 'See npm run hubspot -- --help.'],
    [['check', 'here'], 'HSB001', 'See npm run hubspot -- --help.'],
  ])('%j are refused with %s, and the next step is said', (args, code, next) => {
    expect(() => readCommand(args, '/root')).toThrow(expect.objectContaining({ code: code, next: next }));
  });
});

describe('the command', () => {
  test('prints its help, with every feature', () => {
    const { status, out } = run('--help');
    expect(status).toBe(0);
    for (const word of ['build', 'validate', 'parse', 'check', 'agent-tool', 'app-object', 'app-event', 'webhooks']) {
      expect(out).toContain(word);
    }
  });

  test('ends with 2 for what it does not understand, and with 1 for a folder that is not there', () => {
    expect(run('build', 'privat')).toMatchObject({
      status: 2,
      errors: expect.stringMatching(/^HSB002: .*\n {2}Next: Write private\.\n$/),
    });
    expect(run('validate', path.join(folder, 'nothing'))).toMatchObject({
      status: 1,
      errors: expect.stringMatching(/^HSB007: /),
    });
  });

  test('ends with 1 when it finds something, and says it in lines or as JSON', async () => {
    const target = path.join(folder, 'project');
    writeProject(target, (await buildWithFixtures({ edition: 'private' })).files);
    expect(run('validate', target)).toMatchObject({
      status: 0,
      out: expect.stringMatching(/: 0 findings\n$/),
    });
    const file = path.join(target, 'src/app/app-hsmeta.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('crm.objects.owners.read', 'crm.objects.owner.read'));
    const { status, out } = run('validate', target);
    expect(status).toBe(1);
    expect(out).toMatch(
      /^HSM038 src\/app\/app-hsmeta\.json: .*\n {2}Cause: .*\n {2}Next: Write crm\.objects\.owners\.read, if that is meant\.\n/,
    );
    const [result] = JSON.parse(run('validate', target, '--json').out) as { findings: { code: string }[] }[];
    expect(result!.findings.map(({ code }) => code)).toEqual(['HSM038']);
  });
});

describe('calls that HubSpot asks ahead', () => {
  test('are counted under every name that the bundler gave them', () => {
    const script = [
      'import { useCrmProperties, useAssociations as useAssociations2 } from "@hubspot/ui-extensions/crm";',
      'const a = useCrmProperties(["a"]); const b = useAssociations2({}); const c = tools.useCrmProperties([]);',
      'function useCrmPropertiesOften() { return useCrmProperties(names); }',
    ].join('\n');
    expect(countCalls(script)).toBe(3);
  });
});
