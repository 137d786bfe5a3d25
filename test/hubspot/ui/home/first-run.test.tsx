import { describe, expect, it } from '@jest/globals';
import { Input, NumberInput, ProgressBar, Select, ToggleGroup } from '@hubspot/ui-extensions';
import type { DraftRowForm } from '../../../../hubspot/handlers/ui/ui-forms.ts';
import { findRow, rowsOfKind, textOf } from '../../../../hubspot/ui/home/draft/edit-rows.ts';
import { giveUser } from '../../../../hubspot/ui/home/draft/people.ts';
import { settingOf } from '../../../../hubspot/ui/home/draft/settings.ts';
import { ownSources } from '../../../../hubspot/ui/home/draft/sources.ts';
import { namedRows } from '../states/home-states.ts';
import { dryRunOf } from './decided-leads.ts';
import { ScriptedBackend } from './scripted-backend.ts';
import { showPages } from './show-pages.tsx';
import { standStill } from './stand-still.ts';
import { noon, StarterPortal } from './starter-portal.ts';

standStill();

async function open(portal = new StarterPortal()) {
  const backend = new ScriptedBackend({ ...portal.script(), dryRun: dryRunOf(portal.rows) });
  const shown = showPages(backend, '/setup');
  await shown.says('Where fields come from');
  await shown.says('Round robin inbound also sets owners.');
  const choose = (name: string, value: string): void =>
    shown.renderer.find(Select, { name }).trigger('onChange', value as never);
  return { portal, backend, shown, choose };
}

/** Rows that are not as they were, and rows that were not there. */
function changedRows(before: readonly DraftRowForm[], after: readonly DraftRowForm[]): DraftRowForm[] {
  const known = new Set(before.map((row) => JSON.stringify(row)));
  return after.filter((row) => !known.has(JSON.stringify(row)));
}

describe('the first run', () => {
  it('opens the first thing to do and says how each step stands', async () => {
    const { shown } = await open();
    expect(shown.renderer.find(ProgressBar).props.title).toBe('2 of 8 done');
    expect(shown.words()).toContain('No pool has anybody yet who can get leads.');
    expect(shown.words()).toContain('7 of 7 promises have nobody');
    expect(shown.words()).toContain('Employees is known for 9 of 100 contacts.');
    expect(shown.words()).toContain('High fit begins at 60, high engagement at 40; confidence under 40 is low.');
    expect(shown.words()).toContain('Leads come in by webhooks.');
    expect(shown.words()).toContain('Revision 1 observes');
  });

  it('gives a name its user and changes no other row', async () => {
    const { portal, backend, shown, choose } = await open();
    const before = structuredClone(portal.rows);
    choose('user-ana', 'ana@example.com');
    shown.press('Save 1 choice');
    await shown.says('Americas');
    await shown.says('Small business');
    const [saved] = backend.inputsOf('saveDraft');
    expect(saved!.version).toBe('v1');
    const changed = changedRows(before, saved!.rows);
    expect(changed.map((row) => [row.kind, textOf(row, 'repKey'), textOf(row, 'ownerEmail')])).toEqual([
      ['person', 'ana', 'ana@example.com'],
    ]);
    expect(saved!.rows).toHaveLength(before.length);
  });

  it('asks for the setup anew after a save, and leaves the step open', async () => {
    const { portal, backend, shown, choose } = await open(new StarterPortal(namedRows()));
    shown.press('Name your team');
    await shown.says('Takes turns in');
    choose('user-ana', 'nobody');
    const asked = backend.inputsOf('setup').length;
    shown.press('Save 1 choice');
    await shown.says('Only 5 of 6 members of Everybody who takes inbound leads can get leads.');
    expect(backend.inputsOf('setup').length).toBe(asked + 1);
    expect(textOf(findRow(portal.rows, 'person', { repKey: 'ana' })!, 'ownerEmail')).toBeNull();
    expect(shown.isOffered('Close')).toBe(true);
  });

  it('keeps what was chosen when somebody else saved in between, and saves it onto the newest rows', async () => {
    const { portal, backend, shown, choose } = await open();
    choose('user-ana', 'ana@example.com');
    portal.changeElsewhere([...giveUser('ben', 'Ben', 'ben@example.com')(portal.rows)]);
    shown.press('Save 1 choice');
    await shown.says('Somebody changed the rules in between. Nothing was saved.');
    expect(textOf(findRow(portal.rows, 'person', { repKey: 'ana' })!, 'ownerEmail')).toBeNull();
    await shown.renderer.waitFor(() =>
      expect(shown.renderer.find(Select, { name: 'user-ben' }).props.value).toBe('ben@example.com'),
    );
    expect(shown.renderer.find(Select, { name: 'user-ana' }).props.value).toBe('ana@example.com');
    shown.press('Save 1 choice');
    await shown.renderer.waitFor(() => expect(backend.inputsOf('saveDraft')).toHaveLength(2));
    const emailOf = (repKey: string) => textOf(findRow(portal.rows, 'person', { repKey })!, 'ownerEmail');
    expect([emailOf('ana'), emailOf('ben')]).toEqual(['ana@example.com', 'ben@example.com']);
  });

  it('adds a person to the team and to a pool, with the share of its last member', async () => {
    const { portal, shown, choose } = await open();
    choose('new-user', 'tom@example.com');
    shown.renderer.find(Input, { name: 'new-name' }).trigger('onInput', 'Zoë 2nd' as never);
    choose('new-pool', 'enterprise');
    const before = structuredClone(portal.rows);
    shown.press('Add to the team');
    await shown.says('Zoë 2nd');
    const [member, person] = changedRows(before, portal.rows).toSorted((one, other) =>
      one.kind < other.kind ? -1 : 1,
    );
    expect(person!.cells).toContainEqual({ column: 'repKey', text: 'zoe-2nd' });
    const chiara = findRow(before, 'member', { poolKey: 'enterprise', memberKey: 'chiara' })!;
    expect(textOf(member!, 'weight')).toBe(textOf(chiara, 'weight'));
    expect(textOf(member!, 'dailyCap')).toBe(textOf(chiara, 'dailyCap'));
    expect(textOf(member!, 'joinedAt')).toBe(String(noon));
    expect(portal.draft().problems).toEqual([]);
  });

  it('changes who answers for a promise', async () => {
    const { portal, shown, choose } = await open(new StarterPortal(namedRows()));
    shown.press('Choose who answers');
    choose('owner-fiveMinutes', 'tom');
    shown.press('Save 1 choice');
    await shown.renderer.waitFor(() =>
      expect(textOf(findRow(portal.rows, 'sla', { slaKey: 'fiveMinutes' })!, 'ownerKey')).toBe('tom'),
    );
  });

  it('adds a property to read a field from, asks it sooner, and goes back to the usual ones', async () => {
    const { portal, shown, choose } = await open();
    shown.press('Map the fields');
    await shown.says('known for 9 of 100');
    shown.press('Change employees');
    choose('add-employees', 'company.headcount');
    shown.press('Ask company.headcount sooner');
    shown.press('Read employees so');
    await shown.renderer.waitFor(() =>
      expect(ownSources(portal.rows)).toEqual({ employees: ['company.headcount', 'company.numberofemployees'] }),
    );
    expect(portal.draft().problems).toEqual([]);
  });

  it('shows on which side of a threshold the tried contacts fall while one types, and saves whole numbers alone', async () => {
    const { portal, shown } = await open();
    shown.press('Set the thresholds');
    shown.press('Try the newest 100 contacts');
    await shown.says('with these numbers');
    const fits = dryRunOf(portal.rows).leads.map(({ after }) => after.fit);
    const type = (value: number): void =>
      shown.renderer.find(NumberInput, { name: 'fitHigh' }).trigger('onChange', value as never);
    type(75);
    expect(shown.words()).toContain(`${fits.filter((fit) => fit >= 75).length} of 100 contacts with these numbers`);
    type(101);
    expect(shown.isOffered('Save the thresholds')).toBe(false);
    type(75);
    shown.press('Save the thresholds');
    await shown.says('High fit begins at 75');
    expect(settingOf(portal.rows, 'fitHigh')).toBe('75');
    expect(portal.live!.rows).not.toBe(portal.rows);
  });

  it('shows what a dry run found, and writes nothing', async () => {
    const { portal, backend, shown } = await open(new StarterPortal(namedRows()));
    const before = structuredClone(portal.rows);
    shown.press('Try the newest 100 contacts');
    await shown.says('The newest 100 contacts were tried: 13 would go elsewhere.');
    expect(backend.inputsOf('dryRun')).toEqual([{ rows: null, most: 100 }]);
    expect(shown.words()).not.toContain('Robin Example 11');
    shown.press('Show all 100 contacts');
    expect(shown.words()).toContain('Robin Example 100');
    expect(backend.inputsOf('saveDraft')).toEqual([]);
    expect(portal.rows).toEqual(before);
  });

  it('says what a mode will do before it publishes, and learns when it first went live', async () => {
    const { portal, backend, shown } = await open(new StarterPortal(namedRows()));
    shown.press('Choose a mode');
    expect(shown.isOffered('See what will happen')).toBe(false);
    shown.renderer.find(ToggleGroup).trigger('onChange', 'live' as never);
    shown.press('See what will happen');
    expect(shown.words()).toContain('Leads that are there already are not touched.');
    expect(shown.words()).toContain('For the first 60 days nothing is closed out');
    expect(backend.inputsOf('saveDraft')).toEqual([]);
    shown.press('Publish and go live');
    await shown.says('Revision 2 is live.');
    expect(settingOf(portal.live!.rows, 'mode')).toBe('live');
    expect(settingOf(portal.live!.rows, 'launchedAt')).toBe(String(noon));
    expect(backend.inputsOf('publish')).toEqual([{ draftHash: portal.draft().hash }]);
  });

  it('publishes nothing when somebody changes the draft between saving the mode and publishing', async () => {
    const { portal, backend, shown } = await open(new StarterPortal(namedRows()));
    const script = portal.script();
    backend.change({
      saveDraft: (input) => {
        const saved = (script.saveDraft as (given: typeof input) => ReturnType<StarterPortal['draft']>)(input);
        portal.changeElsewhere(portal.rows.filter((row) => row !== rowsOfKind(portal.rows, 'rule').at(-1)));
        return saved;
      },
    });
    shown.press('Choose a mode');
    shown.renderer.find(ToggleGroup).trigger('onChange', 'suggest' as never);
    shown.press('See what will happen');
    shown.press('Publish and suggest');
    await shown.says('Somebody changed the rules in between.');
    expect(portal.live!.entry.number).toBe(1);
  });

  it('offers no publishing while the draft has problems, and says which', async () => {
    const rows = namedRows().filter((row) => row.kind !== 'destination' || textOf(row, 'destinationKey') !== 'triage');
    const { portal, shown } = await open(new StarterPortal(rows));
    const [problem] = portal.draft().problems;
    shown.press('Choose a mode');
    expect(shown.words()).toContain(problem!.code);
    shown.renderer.find(ToggleGroup).trigger('onChange', 'suggest' as never);
    expect(shown.isOffered('See what will happen')).toBe(false);
  });

  it('goes on to the next thing to do when a step is done', async () => {
    const { shown } = await open(new StarterPortal(namedRows()));
    shown.press('Try the newest 100 contacts');
    await shown.says('Go on:');
    shown.press('Go on: Publish');
    expect(shown.words()).toContain('What Signalbox may do');
  });
});
