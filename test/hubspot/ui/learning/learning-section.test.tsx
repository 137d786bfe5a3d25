import { describe, expect, test } from '@jest/globals';
import { checkDraft } from '../../../../hubspot/handlers/rules/check-draft.ts';
import { cellText, type DraftRow } from '../../../../hubspot/handlers/rules/draft-row.ts';
import { policyRowsOf } from '../../../../hubspot/handlers/rules/policy-rows.ts';
import { answered } from '../../../../hubspot/handlers/ui/ui-answer.ts';
import type { DraftForm } from '../../../../hubspot/handlers/ui/ui-forms.ts';
import { HereLearner } from '../../../../hubspot/ui/learning/here-learner.ts';
import { seedHistory } from '../../learning/past-portal.ts';
import { standStill } from '../home/stand-still.ts';
import { morning, PortalBackend } from '../settings/portal-backend.ts';
import { ShownSettings, showSettings } from '../settings/show-settings.tsx';
import { learnedSample, learningSample } from '../states/learned-sample.ts';

standStill();

async function draftOf(backend: PortalBackend): Promise<DraftForm> {
  return ((await backend.call('draft', {})) as unknown as { content: DraftForm }).content;
}

function policyOf({ rows }: DraftForm) {
  return checkDraft({ rows: policyRowsOf(rows as readonly DraftRow[]), problems: [] });
}

function noteOf({ rows }: DraftForm): string | null {
  const row = rows.find((each) => cellText(each as DraftRow, 'optionKey') === 'learned');
  return row === undefined ? null : cellText(row as DraftRow, 'optionText');
}

async function openHere(contacts: number) {
  const backend = await PortalBackend.open();
  seedHistory(backend.crm, contacts);
  const wait = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const shown = await showSettings(backend, new HereLearner(backend, { now: () => morning, wait }));
  await shown.open('learn');
  return { backend, shown };
}

describe('Learning in the settings', () => {
  test('goes from history to a draft without problems that says who made it, and undo takes it back', async () => {
    const { backend, shown } = await openHere(600);
    const before = await draftOf(backend);
    shown.press('Learn from won and lost leads');
    await shown.says('Put fit');
    const fitOf = (draft: DraftForm) => policyOf(draft).policy.scorecards[0]!;
    shown.press('Put fit');
    await shown.says('It is in the draft');
    const after = await draftOf(backend);
    expect(policyOf(after).problems).toEqual([]);
    expect(fitOf(after)).toMatchObject({ axis: 'fit', basis: 'trained', isCalibrated: true });
    expect(fitOf(after).attributes.length).toBeGreaterThan(0);
    expect(fitOf(after)).not.toEqual(fitOf(before));
    expect(policyOf(after).policy.rules).toEqual(policyOf(before).policy.rules);
    expect(noteOf(after)).toMatch(/^Learned from 600 contacts .* by ops@example\.com on 2026-11-20$/);
    expect(after.live).toEqual(before.live);
    shown.press('Undo');
    await shown.says('Changes not saved');
    shown.press('Save draft');
    await shown.says('Draft saved');
    expect(fitOf(await draftOf(backend))).toEqual(fitOf(before));
  }, 60_000);

  test('says why a history that is too small teaches nothing, and offers no draft', async () => {
    const { shown } = await openHere(20);
    shown.press('Learn from won and lost leads');
    await shown.says('Nothing was learned, and the present points stay');
    expect(shown.words()).toContain('Fit learned nothing');
    expect(shown.isOffered('Put fit')).toBe(false);
  }, 60_000);

  test('shows how far the server is, and what it found when it is done', async () => {
    const backend = await PortalBackend.open();
    const { live } = await draftOf(backend);
    let told = learningSample(morning, { state: 'none', startedAt: null, startedBy: null });
    backend.answerInstead({
      learning: () => answered(told),
      startLearning: () => answered((told = learningSample(morning, { state: 'reading', done: 1_200, all: 4_812 }))),
      cancelLearning: () => answered((told = learningSample(morning, { state: 'cancelled' }))),
    });
    const shown = await showSettings(backend);
    await shown.open('learn');
    await shown.says('Nothing was learned here yet');
    shown.press('Learn from won and lost leads');
    await shown.says('You can leave this page');
    shown.press('Cancel');
    await shown.says('It was cancelled');
    const result = { ...learnedSample(morning), policyHash: live!.hash };
    backend.answerInstead({
      startLearning: () => answered(learningSample(morning, { state: 'done', result })),
    });
    shown.press('Learn from won and lost leads');
    await shown.says('Of a won lead and one that was not, it puts the won one first 74 times in 100.');
    for (const words of [
      'Close reasons',
      'annualRevenue: filled after the deal was won',
      'Employees: from',
      '41\u00a0%',
      'no field that may teach engagement',
      'HubSpot’s own score, on the 900 leads',
    ]) {
      expect(shown.words()).toContain(words);
    }
  });

  test('leaves the present points where they order later leads at least as well', async () => {
    const backend = await PortalBackend.open();
    const sample = learnedSample(morning);
    const axes = sample.axes.map((axis) => (axis.kind === 'learned' ? { ...axis, isNoBetterThanToday: true } : axis));
    backend.answerInstead({
      learning: () => answered(learningSample(morning, { state: 'done', result: { ...sample, axes } })),
    });
    const shown = await showSettings(backend);
    await shown.open('learn');
    await shown.says('Nothing better was learned, and the present points stay');
    expect(shown.words()).toContain('No better than today: it stays out');
    expect(shown.isOffered('Put fit')).toBe(false);
  });

  test('offers nothing that changes anything to whom may only read', async () => {
    const backend = await PortalBackend.open();
    backend.access = { ...backend.access, rights: ['read'] };
    backend.answerInstead({
      learning: () => answered(learningSample(morning, { state: 'done', result: learnedSample(morning) })),
    });
    const shown = new ShownSettings(backend);
    await shown.says('Read only');
    await shown.open('learn');
    await shown.says('Who may edit the rules can put this into the draft.');
    expect([shown.isOffered('Learn anew'), shown.isOffered('Put fit')]).toEqual([false, false]);
    expect(shown.words()).toContain('Another revision is live by now');
  });
});
