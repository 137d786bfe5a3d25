import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest, test } from '@jest/globals';
import { resultSchemas, schemaFiles } from '../../../salesforce/plugin/src/results/result-schemas.ts';
import { plugin, PluginHome, whyNoPlugin, type Envelope } from './run-plugin.ts';
import { newLeads, serveApp, type ServedApp } from './served-app.ts';

// Each command is a process of its own that loads the Salesforce libraries.
jest.setTimeout(120_000);

const reason = whyNoPlugin();
const isRequired = process.env['SIGNALBOX_REQUIRE_SF_PLUGIN'] !== undefined;
if (reason !== null) console.warn(`The commands of the sf plugin were not tested. ${reason}`);

test('the packages of the sf plugin are there where they are required', () => {
  expect(isRequired ? reason : null).toBeNull();
});

test('the schemas are those of what the commands give', () => {
  for (const [name, text] of schemaFiles()) {
    expect([name, readFileSync(path.join(plugin, 'schemas', name), 'utf8')]).toEqual([name, text]);
  }
});

(reason === null ? describe : describe.skip)('the commands of the sf plugin', () => {
  let served: ServedApp;
  let leads: string[];
  const home = new PluginHome();

  beforeAll(async () => {
    const built = spawnSync(process.execPath, [path.join(plugin, 'main.ts'), '--bundle'], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
    served = await serveApp();
    await home.logIn(served);
    leads = await served.decideLeads(newLeads(12));
    served.seal();
  }, 120_000);

  afterAll(async () => {
    home.remove();
    await served.close();
  });

  /** The result of a command, held against its schema. */
  async function result(command: string, ...flags: string[]): Promise<Record<string, unknown>> {
    const envelope = await home.runForJson(command, ...flags);
    expect(envelope).toMatchObject({ result: expect.anything() as unknown });
    return resultSchemas.get(command)!.parse(envelope.result) as Record<string, unknown>;
  }

  async function failure(command: string, ...flags: string[]): Promise<Envelope> {
    const envelope = await home.runForJson(command, ...flags);
    expect(envelope.status).toBe(1);
    expect(envelope.actions?.length).toBeGreaterThan(0);
    return envelope;
  }

  it('have the flags that they are known by', () => {
    const snapshot = JSON.parse(readFileSync(path.join(plugin, 'command-snapshot.json'), 'utf8')) as unknown;
    const script = path.join(import.meta.dirname, 'list-commands.mjs');
    const { stdout, stderr } = spawnSync(process.execPath, [script, plugin], { encoding: 'utf8' });
    expect({ stderr, commands: JSON.parse(stdout) as unknown }).toEqual({ stderr: '', commands: snapshot });
  });

  it('pull a policy, show a draft of it, push it, tell the difference and publish it', async () => {
    const file = home.file('policy.json');
    const pulled = await result('signalbox policy pull', '--file', file);
    expect(pulled).toMatchObject({ file, findings: [] });
    expect(await result('signalbox policy diff')).toMatchObject({
      isDifferent: false,
      comparedWith: 'the live revision 1',
    });

    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace(/"targetMinutes": (\d+)/, '"targetMinutes": 7'));
    const dryRun = await result('signalbox policy push', '--file', file, '--dry-run');
    expect(dryRun).toMatchObject({ rows: null, isDryRun: true });
    expect(dryRun['difference']).toMatchObject({ counts: [{ kind: 'sla', changed: 1 }] });
    expect(await result('signalbox policy diff')).toMatchObject({ isDifferent: false });

    // The promise, and the sentences of the rules that name its minutes.
    const pushed = await result('signalbox policy push', '--file', file);
    expect(pushed).toMatchObject({ isDryRun: false, fingerprint: dryRun['fingerprint'] });
    expect(pushed['rows']).toMatchObject({ moved: 0 });
    const different = await home.runForJson('signalbox policy diff', '--exit-code');
    expect(different).toMatchObject({ status: 1, result: { isDifferent: true } });

    const published = await result('signalbox policy publish', '--note', 'Seven minutes');
    expect(published).toMatchObject({ revisionNumber: 2, isUnchanged: false, fingerprint: dryRun['fingerprint'] });
    expect(await result('signalbox policy diff', '--revision', '1')).toMatchObject({
      comparedWith: 'revision 1',
      isDifferent: true,
    });
    expect(await result('signalbox policy diff', '--file', file)).toMatchObject({ isDifferent: false });
  });

  it('replay and verify past decisions, and decide a lead on trial', async () => {
    const file = home.file('draft.json');
    await result('signalbox policy pull', '--file', file);
    expect(await result('signalbox replay', '--file', file)).toMatchObject({ leads: 12, erased: 0, unreadable: 0 });
    expect(await result('signalbox verify')).toMatchObject({
      isSound: true,
      decisions: 12,
      decidedAgain: 12,
      sealed: 12,
    });
    const { decisions } = (await result('signalbox decide', '--record-id', leads[0]!, '--record-id', leads[1]!)) as {
      decisions: { subjectId: string; headline: string }[];
    };
    expect(decisions.map(({ subjectId }) => subjectId)).toEqual(leads.slice(0, 2));
    expect(decisions[0]!.headline).toContain('first touch due');
  });

  it('show people tables and stories', async () => {
    const file = home.file('shown.json');
    await result('signalbox policy pull', '--file', file);
    writeFileSync(file, readFileSync(file, 'utf8').replace(/"weight": 1,/, '"weight": 9,'));
    const diff = await home.run('signalbox', 'policy', 'diff', '--file', file);
    expect(diff.output).toMatch(/changed member .+\n {2}- weight 9\n {2}\+ weight 1\n/);
    const replay = await home.run('signalbox', 'replay', '--file', file, '--since', '1d');
    expect(replay.output).toMatch(/of 12 leads move/);
    expect(replay.output).toContain('Fairness');
    const decide = await home.run('signalbox', 'decide', '--record-id', leads[0]!);
    expect(decide.output).toContain('What was decided\n  ');
    const verify = await home.run('signalbox', 'verify');
    expect(verify.output).toMatch(/^Sound: 12 decisions, 12 decided again, 0 erased, 12 sealed, 0 not sealed yet\.$/m);
    expect([diff.status, replay.status, decide.status, verify.status]).toEqual([0, 0, 0, 0]);
  });

  it('name what is wrong with a code, its cause and the next step', async () => {
    const file = home.file('wrong.json');
    writeFileSync(file, '{}');
    expect(await failure('signalbox policy push', '--file', file)).toMatchObject({ name: 'SFP009' });
    expect(await failure('signalbox replay', '--file', home.file('missing.json'))).toMatchObject({ name: 'SFP013' });
    expect(await failure('signalbox verify', '--since', 'yesterday')).toMatchObject({ name: 'SFP006' });
    expect(await failure('signalbox policy diff', '--revision', '99')).toMatchObject({ name: 'SFP004' });
    expect(await failure('signalbox decide', '--record-id', '001000000000001')).toMatchObject({ name: 'SFP014' });
    const shown = await home.run('signalbox', 'policy', 'push', '--file', file);
    expect(shown.status).toBe(1);
    expect(shown.errors).toMatch(
      /SFP009[\s\S]*wrong\.json is not a policy[\s\S]*POL004[\s\S]*Correct them in the file/,
    );
  });
});
