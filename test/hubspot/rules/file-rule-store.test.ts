import { describe, expect, test } from '@jest/globals';
import { flatten } from '../../../core/src/decide/index.ts';
import { FileRuleStore } from '../../../hubspot/handlers/rules/file-rule-store.ts';
import { starterPolicy } from '../../../hubspot/handlers/rules/install-starter.ts';
import { publishDraft } from '../../../hubspot/handlers/rules/publish-draft.ts';
import { MemoryCrm } from '../memory-crm.ts';
import { plainConfiguration } from './draft-configuration.ts';
import { ruleStoreContract } from './rule-store-contract.ts';

const folder = '/signalbox';

ruleStoreContract('files', () => {
  const crm = new MemoryCrm();
  return {
    open: () => new FileRuleStore(crm),
    calls: () => crm.calls,
    spoilText: async ({ hash }) => {
      const name = (await crm.listFiles(folder)).find((file) => file.name.endsWith(`${hash.slice(0, 12)}.json`))!.name;
      crm.now += 1;
      await crm.writeFile(folder, name, (await contentOf(crm, name)).replace('\\"Starter', '\\"Started'));
    },
  };
});

async function contentOf(crm: MemoryCrm, name: string): Promise<string> {
  return crm.readFile((await crm.listFiles(folder)).find((file) => file.name === name)!);
}

const starter = starterPolicy();

async function publishedPortal(): Promise<{ crm: MemoryCrm; store: FileRuleStore }> {
  const crm = new MemoryCrm();
  const store = new FileRuleStore(crm);
  const first = starter.pools[0]!;
  const pools = [{ ...first, label: '<script>alert(1)</script>' }, ...starter.pools.slice(1)];
  await store.writeDraft(flatten({ ...starter, pools }), plainConfiguration);
  await publishDraft(store, { publishedBy: 'Ana & Ben', now: Date.UTC(2026, 10, 20, 9) });
  return { crm, store };
}

describe('the folder of a portal without custom objects', () => {
  test('holds the draft, its problems, each revision twice and the pointer', async () => {
    const { crm, store } = await publishedPortal();
    const { hash } = (await store.findLive())!;
    expect((await crm.listFiles(folder)).map(({ name }) => name).toSorted()).toEqual([
      'draft-problems.html',
      'draft.json',
      'live.json',
      `revision-0001-${hash.slice(0, 12)}.html`,
      `revision-0001-${hash.slice(0, 12)}.json`,
    ]);
  });

  test('holds a page that tells everything without the app, with nothing that runs', async () => {
    const { crm, store } = await publishedPortal();
    const { hash } = (await store.findLive())!;
    const page = await contentOf(crm, `revision-0001-${hash.slice(0, 12)}.html`);
    expect(page).not.toContain('<script');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(page).toContain('Ana &amp; Ben');
    expect(page).toContain('2026-11-20T09:00:00.000Z');
    expect(page).toContain('1. When the lead is a duplicate → Existing owner');
    for (const key of [
      ...starter.rules.map(({ ruleKey }) => ruleKey),
      ...starter.pools.map(({ poolKey }) => poolKey),
      ...starter.members.map(({ memberKey }) => memberKey),
      ...starter.slas.map(({ slaKey }) => slaKey),
      ...starter.destinations.map(({ destinationKey }) => destinationKey),
      ...starter.signals.map(({ signalKey }) => signalKey),
    ]) {
      expect(page).toContain(key);
    }
  });

  test('has a draft of a row a line in the order of its kinds', async () => {
    const { crm } = await publishedPortal();
    const lines = (await contentOf(crm, 'draft.json')).split('\n');
    expect(lines.slice(0, 5)).toEqual([
      '{',
      '  "format": 1,',
      '  "rows": {',
      '    "setting": [',
      '      {"position":0,"settingKey":"format","settingText":"1"},',
    ]);
  });

  test('reads what people made of the draft and lists what is no row', async () => {
    const { crm, store } = await publishedPortal();
    const rows = {
      rul: [],
      sla: [{ position: 'first' }],
      pool: [{ position: 3, poolKey: 'east', lable: 'East', isLanguageMatched: 'no' }],
      member: [{ position: 0, poolKey: 'east', memberKey: 'ana', weight: 2 }],
    };
    await crm.writeFile(folder, 'draft.json', JSON.stringify({ format: 1, rows }));
    const draft = await store.readDraft();
    expect(draft.problems.map(({ code, about, next }) => [code, about, next.split('.')[0]])).toEqual([
      ['HSR020', 'draft.json, rows', 'Known names like it: rule'],
      ['HSR021', 'draft.json, sla 1 of the file', 'Give it a position among the rows of its kind; gaps do not matter'],
      ['HSR022', 'pool row 4, lable', 'Known names like it: label'],
    ]);
    expect(draft.rows.map(({ kind, position }) => [kind, position])).toEqual([
      ['pool', 3],
      ['member', 0],
    ]);
    expect(draft.rows[1]!.cells.find(({ column }) => column === 'weight')?.text).toBe('2');
  });

  test('says so where the draft is no JSON, and publishes nothing', async () => {
    const { crm, store } = await publishedPortal();
    await crm.writeFile(folder, 'draft.json', '{"rows": ');
    const outcome = await publishDraft(store, { publishedBy: 'ops', now: 1 });
    expect(outcome).toMatchObject({ kind: 'refused' });
    expect((await store.readDraft()).problems).toMatchObject([{ code: 'HSR028', about: 'draft.json' }]);
    expect(await contentOf(crm, 'draft-problems.html')).toContain('HSR028');
  });

  test('has a page of problems that names each with what to do, escaped', async () => {
    const { crm, store } = await publishedPortal();
    await store.noteProblems([
      { code: 'POL130', about: 'rule "<b>" (row 1)', found: 'destination "x"', next: 'Fix it.' },
    ]);
    const page = await contentOf(crm, 'draft-problems.html');
    expect(page).toContain('rule &quot;&lt;b&gt;&quot; (row 1)');
    const written = crm.calls.filter(({ method }) => method === 'writeFile').length;
    await store.noteProblems([
      { code: 'POL130', about: 'rule "<b>" (row 1)', found: 'destination "x"', next: 'Fix it.' },
    ]);
    expect(crm.calls.filter(({ method }) => method === 'writeFile')).toHaveLength(written);
    await store.noteProblems([]);
    expect(await contentOf(crm, 'draft-problems.html')).toContain('The draft can be published.');
  });

  test('decides nothing by a pointer that somebody changed, until the next publishing', async () => {
    const { crm, store } = await publishedPortal();
    await crm.writeFile(folder, 'live.json', '{"hash": "newest"}');
    await expect(store.findLive()).rejects.toMatchObject({ code: 'HSR008' });
    await publishDraft(store, { publishedBy: 'ops', now: 2 });
    expect((await store.findLive())?.number).toBe(1);
  });

  test('holds no revision whose file says something else', async () => {
    const { crm, store } = await publishedPortal();
    const { hash } = (await store.findLive())!;
    await crm.writeFile(folder, `revision-0001-${hash.slice(0, 12)}.json`, 'gone');
    expect(await store.readRevision(hash)).toBeNull();
  });
});
