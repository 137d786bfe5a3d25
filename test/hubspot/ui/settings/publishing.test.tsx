import { describe, expect, test } from '@jest/globals';
import { cellText, type DraftRow } from '../../../../hubspot/handlers/rules/draft-row.ts';
import { saveDraft } from '../../../../hubspot/handlers/ui/answers/draft-answers.ts';
import type { DraftForm, DraftRowForm, DryRunForm } from '../../../../hubspot/handlers/ui/ui-forms.ts';
import { answered } from '../../../../hubspot/handlers/ui/ui-answer.ts';
import { standStill } from '../home/stand-still.ts';
import { PortalBackend } from './portal-backend.ts';
import { ShownSettings, showSettings } from './show-settings.tsx';

standStill();

async function openPortal() {
  const backend = await PortalBackend.open();
  return { backend, shown: await showSettings(backend) };
}

async function draftOf(backend: PortalBackend): Promise<DraftForm> {
  const { content } = (await backend.call('draft', {})) as unknown as { content: DraftForm };
  return content;
}

function settingOf(rows: readonly DraftRowForm[], key: string): string | null {
  const row = rows.find((each) => each.kind === 'setting' && cellText(each as DraftRow, 'settingKey') === key);
  return cellText(row as DraftRow, 'settingText');
}

/** Somebody else saves one other value. */
async function changeElsewhere(backend: PortalBackend, key: string, text: string): Promise<void> {
  const { rows, version } = await draftOf(backend);
  const changed = rows.map((row) =>
    row.kind === 'setting' && cellText(row as DraftRow, 'settingKey') === key
      ? { ...row, cells: row.cells.map((cell) => (cell.column === 'settingText' ? { ...cell, text } : cell)) }
      : row,
  );
  expect((await saveDraft(backend.portal, { rows: changed, version })).state).toBe('answered');
}

async function writeThreshold(shown: ShownSettings, label: string, text: string): Promise<void> {
  await shown.open('thresholds');
  shown.write(label, text);
  await shown.says('Changes not saved');
}

const dryRun: DryRunForm = {
  contacts: 2,
  liveNumber: 1,
  moved: 1,
  byDestination: [{ key: 'triage', label: 'Triage', before: 1, after: 0 }],
  byOwner: [],
  leads: [
    {
      contactId: '501',
      name: 'Nora Quist',
      isMoved: true,
      before: { ...outcome('Triage'), why: 'Matrix' },
      after: { ...outcome('Enterprise reps'), why: 'Rule 5' },
    },
  ],
  milliseconds: 1_200,
};

function outcome(destination: string) {
  return {
    destinationKey: 'x',
    destination,
    ownerKey: 'ana',
    ownerName: 'Ana',
    bucket: 'warm',
    fit: 1,
    engagement: 1,
    confidence: 1,
    why: '',
  };
}

describe('typing', () => {
  test('shows problems while one types, with the sentence, and takes them back', async () => {
    const { shown } = await openPortal();
    await shown.open('rules');
    shown.press('Edit A larger company');
    await shown.says('Conditions');
    shown.type('How the conditions are joined', '1 AND (2');
    await shown.says('(POL109)');
    await shown.says('1 problem');
    shown.type('How the conditions are joined', '1 AND (2 OR 3)');
    await shown.says('and (buying group is known or timeline is one of now, quarter)');
    await shown.says('No problems');
    shown.press('Undo');
    await shown.says('Draft saved');
    shown.press('Redo');
    await shown.says('Changes not saved');
  });

  test('keeps what is typed when the page is left for another section before the pause', async () => {
    const { backend, shown } = await openPortal();
    await shown.open('thresholds');
    shown.type('Fit is high from', '71');
    await shown.open('rules');
    await shown.says('Changes not saved');
    shown.press('Save draft');
    await shown.says('Draft saved');
    expect(settingOf((await draftOf(backend)).rows, 'fitHigh')).toBe('71');
  });

  test('loses nothing while nobody answers, and saves it afterwards', async () => {
    const { backend, shown } = await openPortal();
    await writeThreshold(shown, 'Fit is high from', '72');
    backend.isAway = true;
    shown.press('Save draft');
    await shown.says('Your changes are safe in this page');
    shown.write('Engagement is high from', '45');
    backend.isAway = false;
    await shown.says('Changes not saved');
    shown.press('Save draft');
    await shown.says('Draft saved');
    const { rows } = await draftOf(backend);
    expect([settingOf(rows, 'fitHigh'), settingOf(rows, 'engagementHigh')]).toEqual(['72', '45']);
  });

  test('says what a portal could not keep, and keeps it in the page', async () => {
    const { backend, shown } = await openPortal();
    await shown.open('fit');
    shown.press('Edit Company size');
    await shown.says('Ranges');
    shown.write('Points', 'many', 0);
    await shown.says('(POL112)');
    shown.press('Save draft');
    await shown.says('points does not fit its form');
    expect(backend.inputsOf('saveDraft')).toEqual([]);
    expect(shown.valueOf('Points', 0)).toBe('many');
  });

  test('goes on while it is being saved', async () => {
    const { backend, shown } = await openPortal();
    await writeThreshold(shown, 'Fit is high from', '73');
    const release = backend.hold();
    shown.press('Save draft');
    shown.write('Engagement is high from', '46');
    release();
    await shown.renderer.waitFor(() => expect(backend.inputsOf('saveDraft')).toHaveLength(1));
    await shown.says('Changes not saved');
    expect(shown.valueOf('Engagement is high from')).toBe('46');
    await shown.renderer.waitFor(() => expect(shown.isOffered('Save draft')).toBe(true));
    shown.press('Save draft');
    await shown.says('Draft saved');
    expect(settingOf((await draftOf(backend)).rows, 'engagementHigh')).toBe('46');
  });
});

describe('publishing', () => {
  test('shows the difference, runs dry on demand and publishes what was looked at', async () => {
    const { backend, shown } = await openPortal();
    backend.answerInstead({ dryRun: () => answered(dryRun) });
    await writeThreshold(shown, 'Fit is high from', '65');
    await shown.open('publish');
    await shown.says('Value: 60 → 65');
    expect(shown.isOffered('Publish it')).toBe(false);
    shown.press('Save the draft first');
    await shown.says('Draft saved');
    shown.press('Dry run');
    await shown.says('1 lead would go elsewhere');
    expect(shown.words()).toContain('Nora Quist');
    expect(settingOf(backend.inputsOf('dryRun')[0]!.rows!, 'fitHigh')).toBe('65');
    await shown.renderer.waitFor(() => expect(shown.isOffered('Publish it')).toBe(true));
    shown.press('Publish it');
    await shown.says('Published as revision 2');
    await shown.says('Live: revision 2');
    expect((await backend.store.findLive())!.number).toBe(2);
  });

  test('does not publish over somebody who changed the draft, and shows theirs', async () => {
    const { backend, shown } = await openPortal();
    await writeThreshold(shown, 'Fit is high from', '66');
    shown.press('Save draft');
    await shown.says('Draft saved');
    await shown.open('publish');
    await shown.says('Value: 60 → 66');
    await changeElsewhere(backend, 'engagementHigh', '50');
    shown.press('Publish it');
    await shown.says('The newest rules are loaded');
    await shown.says('Value: 40 → 50');
    expect((await backend.store.findLive())!.number).toBe(1);
  });

  test('asks for consent before it does more to contacts than before', async () => {
    const { backend, shown } = await openPortal();
    await shown.open('mode');
    shown.press('Choose live');
    await shown.says('Changes not saved');
    shown.press('Save draft');
    await shown.says('Draft saved');
    await shown.open('publish');
    await shown.says('Mode: Observe → Live');
    expect(shown.isOffered('Publish it')).toBe(false);
    shown.check('I know that leads get owners from now on', true);
    await shown.renderer.waitFor(() => expect(shown.isOffered('Publish it')).toBe(true));
    shown.press('Publish it');
    await shown.says('Published as revision 2');
    expect(settingOf((await draftOf(backend)).rows, 'mode')).toBe('live');
  });

  test('is not offered while there are problems', async () => {
    const { shown } = await openPortal();
    await shown.open('destinations');
    shown.press('Edit Enterprise reps');
    await shown.says('Remove destination');
    shown.press('Remove destination');
    await shown.says('problems');
    await shown.open('publish');
    await shown.says('Problems have to be mended first.');
    expect(shown.isOffered('Dry run')).toBe(false);
  });
});

describe('somebody else who saved meanwhile', () => {
  async function conflict() {
    const opened = await openPortal();
    await writeThreshold(opened.shown, 'Fit is high from', '67');
    await changeElsewhere(opened.backend, 'engagementHigh', '55');
    opened.shown.press('Save draft');
    await opened.shown.says('Somebody changed the rules since you loaded them');
    expect(opened.shown.words()).toContain('Value: 40 → 55');
    expect(opened.shown.words()).toContain('Value: 60 → 67');
    return opened;
  }

  test('is not overwritten: mine goes on top', async () => {
    const { backend, shown } = await conflict();
    shown.press('Put my changes on top');
    await shown.says('Changes not saved');
    shown.press('Save draft');
    await shown.says('Draft saved');
    const { rows } = await draftOf(backend);
    expect([settingOf(rows, 'fitHigh'), settingOf(rows, 'engagementHigh')]).toEqual(['67', '55']);
  });

  test('can be preferred, and that can be undone', async () => {
    const { shown } = await conflict();
    shown.press('Take theirs');
    await shown.says('Draft saved');
    expect(shown.valueOf('Fit is high from')).toBe('60');
    expect(shown.valueOf('Engagement is high from')).toBe('55');
    shown.press('Undo');
    await shown.says('Changes not saved');
    expect(shown.valueOf('Fit is high from')).toBe('67');
  });
});

describe('history', () => {
  test('compares, restores into the draft and rolls back', async () => {
    const { backend, shown } = await openPortal();
    await writeThreshold(shown, 'Fit is high from', '68');
    shown.press('Save draft');
    await shown.says('Draft saved');
    await shown.open('publish');
    await shown.renderer.waitFor(() => expect(shown.isOffered('Publish it')).toBe(true));
    shown.press('Publish it');
    await shown.says('Published as revision 2');
    await shown.open('history');
    await shown.says('Both say the same');
    const { revisions } = (
      (await backend.call('revisions', {})) as unknown as { content: { revisions: { hash: string }[] } }
    ).content;
    shown.choose('From', revisions[1]!.hash);
    await shown.says('Value: 60 → 68');
    shown.press('Restore 1 into the draft');
    await shown.says('The draft says now what revision 1 says');
    await shown.says('Changes not saved');
    shown.pressIn('Roll back to 1…', 'Roll back to 1');
    await shown.says('Revision 1 is live again');
    expect((await backend.store.findLive())!.number).toBe(1);
  });
});

describe('rights', () => {
  test('let nobody without them see the rules, and say whom to ask', async () => {
    const backend = await PortalBackend.open();
    backend.access = { ...backend.access, rights: [], isAdmin: false };
    const shown = new ShownSettings(backend);
    await shown.says('Ask whoever installed Signalbox in this portal');
    expect(backend.inputsOf('draft')).toEqual([]);
  });

  test('to read alone make everything read-only', async () => {
    const backend = await PortalBackend.open();
    backend.access = { ...backend.access, rights: ['read'], isAdmin: false };
    const shown = await (async () => {
      const opened = new ShownSettings(backend);
      await opened.says('Read only');
      return opened;
    })();
    await shown.open('rules');
    shown.press('Show A larger company');
    await shown.says('Conditions');
    expect(shown.isEditable()).toBe(false);
    for (const label of ['Save draft', 'Undo', 'Duplicate', 'Remove rule', 'Add condition', 'Publish…']) {
      expect(shown.isOffered(label)).toBe(false);
    }
    await shown.open('publish');
    await shown.says('You may not publish.');
    expect(shown.isOffered('Publish it')).toBe(false);
  });

  test('are given as checkboxes, and whoever edits may read', async () => {
    const { backend, shown } = await openPortal();
    await shown.open('access');
    await shown.says('Nobody but the admins below.');
    shown.type('Or an e-mail address', 'Lena.Ops@example.com');
    await shown.renderer.waitFor(() => expect(shown.isOffered('Add this address')).toBe(true));
    shown.press('Add this address');
    await shown.says('lena.ops@example.com');
    shown.check('Read: lena.ops@example.com', false);
    shown.check('Edit: lena.ops@example.com', true);
    shown.press('Save rights');
    await shown.says('The rights are saved');
    expect(backend.inputsOf('setGrants')).toEqual([
      { grants: [{ email: 'lena.ops@example.com', rights: ['read', 'edit'] }] },
    ]);
  });

  test('to remove the app are used only by whoever writes that they mean it', async () => {
    const { backend, shown } = await openPortal();
    await shown.open('remove');
    await shown.says('To go on, write');
    expect(shown.isOffered('Remove Signalbox')).toBe(false);
    shown.type('To go on, write: remove Signalbox', 'remove signalbox');
    await shown.renderer.waitFor(() => expect(shown.isOffered('Remove Signalbox')).toBe(true));
    shown.press('Remove Signalbox');
    await shown.says('no longer decides in this portal');
    expect(backend.inputsOf('uninstall')).toEqual([{ uninstall: true }]);
  });
});

describe('signing in', () => {
  test('comes first where the edition has no users, with the address that HubSpot knows', async () => {
    const backend = await PortalBackend.open();
    const known = backend.access;
    backend.access = { ...known, edition: 'private', rights: [], isSignInNeeded: true };
    backend.answerInstead({
      signIn: ({ code }) =>
        answered(
          code === null
            ? { state: 'asked', code: 'SB-1', recordPath: '/contacts/1/record/2-5/7', fieldLabel: 'Code', until: 1 }
            : { state: 'signedIn', session: 'session-1', until: 1 },
        ),
    });
    const shown = new ShownSettings(backend);
    await shown.says('Get a code');
    expect(shown.valueOf('Your e-mail address in HubSpot')).toBe('ops@example.com');
    shown.press('Get a code');
    await shown.says('SB-1');
    backend.access = { ...known, edition: 'private' };
    shown.press('I have done it');
    await shown.says('Save draft');
    expect(backend.session).toBe('session-1');
  });
});

describe('a session that ends', () => {
  test('takes nothing that was edited with it', async () => {
    const { backend, shown } = await openPortal();
    await writeThreshold(shown, 'Fit is high from', '74');
    backend.answerInstead({
      saveDraft: () => ({ state: 'signInNeeded' }),
      signIn: ({ code }) =>
        answered(
          code === null
            ? { state: 'asked', code: 'SB-2', recordPath: '/contacts/1/record/2-5/7', fieldLabel: 'Code', until: 1 }
            : { state: 'signedIn', session: 'session-2', until: 1 },
        ),
    });
    shown.press('Save draft');
    await shown.says('Confirm who you are');
    shown.press('Get a code');
    await shown.says('SB-2');
    backend.answerInstead({ saveDraft: null });
    shown.press('I have done it');
    await shown.renderer.waitFor(() => expect(shown.words()).not.toContain('Confirm who you are'));
    expect(shown.valueOf('Fit is high from')).toBe('74');
    shown.press('Save draft');
    await shown.says('Draft saved');
    expect(settingOf((await draftOf(backend)).rows, 'fitHigh')).toBe('74');
  });
});

describe('texts of others', () => {
  test('are shown as text, however long they are', async () => {
    const backend = await PortalBackend.open();
    const hostile = '<img src=x onerror=alert(1)> {{contact.email}} **bold** \u202egnp.exe';
    const { rows, version } = await draftOf(backend);
    const odd = rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.column === 'label' || cell.column === 'displayName' || cell.column === 'question'
          ? { ...cell, text: row.kind === 'pool' ? 'x'.repeat(10_000) : hostile.slice(0, 80) }
          : cell,
      ),
    }));
    expect((await saveDraft(backend.portal, { rows: odd, version })).state).toBe('answered');
    const shown = await showSettings(backend);
    for (const section of ['rules', 'destinations', 'territories', 'pools', 'people', 'fit', 'questions', 'publish']) {
      await shown.open(section);
    }
    await shown.open('destinations');
    await shown.says('<img src=x onerror=alert(1)> {{contact.email}} **bold**');
    await shown.open('pools');
    expect(shown.words()).not.toContain('x'.repeat(1_000));
  });
});
