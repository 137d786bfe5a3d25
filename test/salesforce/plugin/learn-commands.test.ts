import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readOutcomes } from '../../../core/src/author/train/read-outcomes.ts';
import { resultSchemas } from '../../../salesforce/plugin/src/results/result-schemas.ts';
import type {
  EvaluateResult,
  HygieneResult,
  OutcomesResult,
  TrainResult,
} from '../../../salesforce/plugin/src/results/learn-results.ts';
import { seedSample } from './past-leads.ts';
import { plugin, PluginHome, whyNoPlugin } from './run-plugin.ts';
import { newLeads, serveApp, type ServedApp } from './served-app.ts';

// Each command is a process of its own that loads the Salesforce libraries.
jest.setTimeout(120_000);

const reason = whyNoPlugin();
if (reason !== null) console.warn(`The commands that learn were not tested. ${reason}`);

const learning = ['--folder', 'learned', '--reason-field', 'NextStep'];

(reason === null ? describe : describe.skip)('the commands that learn', () => {
  let served: ServedApp;
  const home = new PluginHome();

  beforeAll(async () => {
    const built = spawnSync(process.execPath, [path.join(plugin, 'main.ts'), '--bundle'], { encoding: 'utf8' });
    if (built.status !== 0) throw new Error(built.stderr);
    served = await serveApp();
    await home.logIn(served);
  }, 120_000);

  afterAll(async () => {
    home.remove();
    await served.close();
  });

  async function result<T>(command: string, status: number, ...flags: string[]): Promise<T> {
    const envelope = await home.runForJson(command, ...flags);
    expect(envelope).toMatchObject({ status, result: expect.anything() as unknown });
    return resultSchemas.get(command)!.parse(envelope.result) as T;
  }

  it('refuse an org with five leads plainly, and write no draft', async () => {
    await served.decideLeads(newLeads(5));
    const few = await result<TrainResult>('signalbox train', 1, '--folder', 'few');
    expect(few).toMatchObject({ leads: 5, leadsFromDecisions: 5, isStopped: true, draft: null, fingerprint: null });
    expect(few.verdict.axes.map(({ lamp }) => lamp)).toEqual(['red', 'red']);
    expect(few.axes.map(({ kind }) => kind)).toEqual(['refused', 'refused']);
    expect(existsSync(home.file('few/policy.json'))).toBe(false);
    expect(readFileSync(home.file('few/training.html'), 'utf8')).toContain('LRN001');
    const shown = await home.run('signalbox', 'hygiene', '--folder', 'few');
    expect(shown.status).toBe(1);
    expect(shown.output).toMatch(/MISSING {3}LRN001/);
    expect(shown.output).toContain('This history can not support a score.');
  });

  it('say what is in place, how good a card would be, and write a draft that can be pushed', async () => {
    seedSample(served.org);
    const looked = await result<HygieneResult>('signalbox hygiene', 0, ...learning);
    expect(looked).toMatchObject({ read: 'read', lostStatuses: ['Closed - Not Converted'], isStopped: false });
    expect(looked.leads).toBeGreaterThan(700);
    expect(looked.recentDeals.length).toBeGreaterThan(10);

    const evaluated = await result<EvaluateResult>('signalbox evaluate', 0, ...learning);
    expect(evaluated).toMatchObject({ read: 'kept', leads: looked.leads });
    expect(existsSync(home.file('learned/policy.json'))).toBe(false);

    const trained = await result<TrainResult>('signalbox train', 0, ...learning);
    expect(trained.axes).toEqual(evaluated.axes);
    expect(trained.verdict).toEqual(evaluated.verdict);
    expect(trained.verdict.axes.map(({ axis }) => axis)).toEqual(['fit', 'engagement']);
    for (const axis of trained.axes) expect(axis).toMatchObject({ kind: 'learned' });
    const card = JSON.parse(readFileSync(trained.card, 'utf8')) as { format: number; leadCount: number };
    expect(card).toMatchObject({ format: 1, leadCount: looked.leads });
    expect(readFileSync(trained.report, 'utf8')).toContain('What won and lost leads teach');

    const pushed = await home.runForJson('signalbox policy push', '--file', trained.draft!, '--dry-run');
    expect(pushed).toMatchObject({ status: 0, result: { isDryRun: true, fingerprint: trained.fingerprint } });
    expect(JSON.stringify(pushed.result)).toContain('scorecard');
    expect(await home.runForJson('signalbox policy diff')).toMatchObject({ result: { isDifferent: false } });
  });

  it('keep nothing that names a person', () => {
    const folder = home.file('learned');
    const kept = readdirSync(folder).filter((name) => name.endsWith('.jsonl') || name === 'read.json');
    expect(kept.length).toBeGreaterThan(1);
    const text = kept.map((name) => readFileSync(path.join(folder, name), 'utf8')).join('');
    const found = ['@', 'Calloway', 'calloway', 'demo lead for training', 'Vera', 'Depot'].filter((each) =>
      text.includes(each),
    );
    expect(found).toEqual([]);
    expect(JSON.parse(readFileSync(path.join(folder, 'read.json'), 'utf8'))).toMatchObject({ salt: null });
  });

  it('go on where a read stopped, and read again when asked', async () => {
    const state = path.join(home.file('learned'), 'read.json');
    const read = JSON.parse(readFileSync(state, 'utf8')) as { slices: { isRead: boolean }[] };
    read.slices[0]!.isRead = false;
    writeFileSync(state, JSON.stringify({ ...read, finishedAt: null, salt: 'kept for the rest' }));
    rmSync(path.join(home.file('learned'), 'leads-0001.jsonl'));
    const goneOn = await result<HygieneResult>('signalbox hygiene', 0, ...learning);
    expect(goneOn).toMatchObject({ read: 'goneOn' });
    expect(await result('signalbox hygiene', 0, ...learning, '--fresh')).toMatchObject({ read: 'read' });
    rmSync(path.join(home.file('learned'), 'leads-0001.jsonl'));
    const broken = await home.runForJson('signalbox hygiene', ...learning);
    expect(broken).toMatchObject({ status: 1, name: 'SFP019' });
  });

  it('write how leads ended, and take such a file from where sales closes', async () => {
    const file = home.file('outcomes.csv');
    const flags = ['--file', file, '--reason-field', 'NextStep'];
    const written = await result<OutcomesResult>('signalbox outcomes', 0, ...flags, '--key', 'intake-id');
    expect(written).toMatchObject({ won: 66, withoutKey: 0 });
    const { outcomes, messages } = await readOutcomes(file, {}, 'monthFirst');
    expect(messages).toEqual([]);
    expect(outcomes.size).toBe(written.won + written.lost + written.disqualified);
    const sample = await readOutcomes(path.join(plugin, '../../core/sample/outcomes.csv'), {}, 'monthFirst');
    for (const [key, { outcome, closedAt }] of outcomes) {
      const said = sample.outcomes.get(key)!;
      const hours = Math.abs(said.closedAt! - closedAt!) / 3_600_000;
      // A close date is a day.
      expect([key, said.outcome, hours <= 24]).toEqual([key, outcome, true]);
    }
    const late = ['--key', 'email-hash', '--since', '2026-01-01'];
    const hashed = await result<OutcomesResult>('signalbox outcomes', 0, ...flags, ...late);
    expect(hashed.won).toBeGreaterThan(0);
    expect(hashed.won).toBeLessThan(66);
    expect(readFileSync(file, 'utf8')).toMatch(/\r\n[0-9a-f]{64},/);

    writeFileSync(file, 'Lead ID,Outcome,Closed At\r\nL-10001,won,2024-12-01\r\n');
    const elsewhere = ['--folder', 'elsewhere', '--reason-field', 'NextStep', '--outcomes', file];
    const looked = await result<HygieneResult>('signalbox hygiene', 0, ...elsewhere);
    expect(looked.lines.find(({ code }) => code === 'LRN007')!.found).toContain('67 wins');
    writeFileSync(file, 'Nothing\r\n');
    const unreadable = await home.runForJson('signalbox hygiene', ...elsewhere);
    expect(unreadable).toMatchObject({ status: 1, name: 'SFP020' });
  });

  it('show people lines, tables and the next command', async () => {
    const trained = await home.run('signalbox', 'train', ...learning, '--fresh');
    expect(trained.status).toBe(0);
    const expected = ['in place  LRN001', 'on leads it never saw', 'The draft: ', 'policy.json --dry-run'];
    expect(expected.filter((each) => !trained.output.includes(each))).toEqual([]);
    const wrong = await home.runForJson('signalbox train', '--reason-field', 'Nothing__c');
    expect(wrong).toMatchObject({ status: 1, name: 'SFP018' });
  });
});
