import { beforeEach, describe, expect, test } from '@jest/globals';
import { setGrants } from '../../../hubspot/handlers/ui/answers/grants-answers.ts';
import {
  answerDraft,
  answerRevision,
  publishLookedAt,
  rollBackTo,
  saveDraft,
  saveLearned,
} from '../../../hubspot/handlers/ui/answers/draft-answers.ts';
import type { DraftForm, DraftRowForm } from '../../../hubspot/handlers/ui/ui-forms.ts';
import { contentOf, startAnswerPortal, type AnswerPortal } from './answer-portal.ts';

let started: AnswerPortal;

beforeEach(async () => {
  started = await startAnswerPortal();
});

async function draft(): Promise<DraftForm> {
  return contentOf(await answerDraft(started.portal.store));
}

function withCell(
  rows: readonly DraftRowForm[],
  kind: string,
  key: string,
  column: string,
  text: string,
): DraftRowForm[] {
  return rows.map((row) =>
    row.kind === kind && row.cells[0]!.text === key
      ? { ...row, cells: row.cells.map((cell) => (cell.column === column ? { ...cell, text } : cell)) }
      : row,
  );
}

const access = { keys: [Buffer.alloc(32, 1)], admins: [] };

describe('The draft that is shown', () => {
  test('has the rows of the policy and what stands beside it, and no problem', async () => {
    const { rows, problems, hash, live } = await draft();
    expect(problems).toEqual([]);
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(
      new Set([...new Set(rows.map(({ kind }) => kind)), 'rule', 'pool', 'person', 'calendar', 'option']),
    );
    expect(live).toMatchObject({ number: 1, hash, isLive: true });
  });

  test('does not show who may do what, and saving it leaves that as it is', async () => {
    await setGrants(started.portal, [{ email: 'ana@signalbox.example', rights: ['read'] }], access);
    const shown = await draft();
    expect(JSON.stringify(shown.rows)).not.toContain('"access"');
    contentOf(await saveDraft(started.portal, { rows: shown.rows, version: shown.version }));
    const { configuration } = await started.portal.store.readDraft();
    expect(configuration.settings.access).toMatch(/^v1\./);
  });
});

describe('Saving the draft', () => {
  test('keeps what was edited and tells what is wrong with it', async () => {
    const before = await draft();
    const rows = withCell(before.rows, 'setting', 'name', 'settingText', 'Our own');
    const after = contentOf(await saveDraft(started.portal, { rows, version: before.version }));
    expect(after.rows).toEqual(rows);
    expect(after.version).not.toBe(before.version);
    expect(after.live!.hash).toBe(before.hash);
    expect(started.changes).toBe(1);
    const broken = withCell(after.rows, 'setting', 'mode', 'settingText', 'loud');
    const saved = contentOf(await saveDraft(started.portal, { rows: broken, version: after.version }));
    expect(saved.hash).toBeNull();
    expect(saved.problems.length).toBeGreaterThan(0);
  });

  test('is refused when somebody else was faster, and changes nothing', async () => {
    const before = await draft();
    const theirs = withCell(before.rows, 'setting', 'name', 'settingText', 'Theirs');
    await saveDraft(started.portal, { rows: theirs, version: before.version });
    const mine = withCell(before.rows, 'setting', 'name', 'settingText', 'Mine');
    expect(await saveDraft(started.portal, { rows: mine, version: before.version })).toEqual({
      state: 'changedMeanwhile',
    });
    expect((await draft()).rows).toEqual(theirs);
  });

  test.each([
    ['a kind that there is not', { kind: 'nonsense', position: 0, cells: [] }, 'HSR020'],
    ['a column that there is not', { kind: 'rule', position: 99, cells: [{ column: 'x', text: '1' }] }, 'HSR022'],
    [
      'an option that could not be read again',
      { kind: 'option', position: 99, cells: [{ column: 'optionKey', text: 'nonsense' }] },
      'HSR023',
    ],
  ])('with %s is refused before anything is written', async (_, row, code) => {
    const before = await draft();
    const answer = await saveDraft(started.portal, { rows: [...before.rows, row], version: before.version });
    expect(answer.state === 'refused' ? answer.problems.map((problem) => problem.code) : []).toEqual([code]);
    expect((await draft()).version).toBe(before.version);
  });
});

describe('Saving what was learned', () => {
  const words = 'Learned from 812 contacts';

  async function noted(): Promise<string | null> {
    return (await started.portal.store.readDraft()).configuration.settings.learned;
  }

  test('keeps the rows, and who put them there on which day', async () => {
    const shown = await draft();
    const rows = withCell(shown.rows, 'setting', 'fitHigh', 'settingText', '61');
    const after = contentOf(
      await saveLearned(started.portal, { rows, version: shown.version, words }, 'ops@signalbox.example'),
    );
    expect(after.rows).toContainEqual(rows.find(({ cells }) => cells[0]!.text === 'fitHigh'));
    expect(await noted()).toBe(`${words}; put into the draft by ops@signalbox.example on 2026-11-20`);
    expect(after.live).toEqual(shown.live);
  });

  test('is told by nobody else: an edit of that row is not kept', async () => {
    const shown = await draft();
    const rows = withCell(shown.rows, 'option', 'learned', 'optionText', 'somebody else did it');
    contentOf(await saveDraft(started.portal, { rows, version: shown.version }));
    expect(await noted()).toBeNull();
  });

  test('is refused when somebody else was faster', async () => {
    const { rows } = await draft();
    const late = await saveLearned(started.portal, { rows, version: 'older', words }, 'ops@signalbox.example');
    expect([late.state, await noted()]).toEqual(['changedMeanwhile', null]);
  });
});

describe('Publishing', () => {
  async function renamed(name: string): Promise<DraftForm> {
    const { rows, version } = await draft();
    return contentOf(
      await saveDraft(started.portal, { rows: withCell(rows, 'setting', 'name', 'settingText', name), version }),
    );
  }
  const heed = (): Promise<void> => Promise.resolve();

  test('publishes what was looked at, and nothing else', async () => {
    const first = await renamed('One');
    await renamed('Two');
    expect(await publishLookedAt(started.portal, first.hash!, 'ana', heed)).toEqual({ state: 'changedMeanwhile' });
    const { hash } = await draft();
    expect(contentOf(await publishLookedAt(started.portal, hash!, 'ana', heed))).toMatchObject({
      live: { number: 2, publishedBy: 'ana' },
      isNew: true,
    });
  });

  test('shows an earlier revision as rows, and makes it live again', async () => {
    const before = await draft();
    const { hash } = await renamed('Two');
    await publishLookedAt(started.portal, hash!, 'ana', heed);
    const earlier = contentOf(await answerRevision(started.portal.store, before.hash!));
    const policyKinds = new Set(earlier.rows.map(({ kind }) => kind));
    expect(earlier.rows).toEqual(before.rows.filter(({ kind }) => policyKinds.has(kind)));
    expect(contentOf(await rollBackTo(started.portal, before.hash!, heed)).live).toMatchObject({
      number: 1,
      isLive: true,
    });
    expect((await draft()).hash).toBe(hash);
  });

  test('knows no revision of another hash', async () => {
    expect((await answerRevision(started.portal.store, 'ab'.repeat(32))).state).toBe('notFound');
    expect((await rollBackTo(started.portal, 'ab'.repeat(32), heed)).state).toBe('notFound');
  });
});
