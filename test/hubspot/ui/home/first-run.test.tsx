import { describe, expect, it } from '@jest/globals';
import { ProgressBar, Select } from '@hubspot/ui-extensions';
import { findRow, textOf } from '../../../../hubspot/ui/home/draft/edit-rows.ts';
import { ScriptedBackend } from './scripted-backend.ts';
import { showPages } from './show-pages.tsx';
import { standStill } from './stand-still.ts';
import { StarterPortal } from './starter-portal.ts';

standStill();

async function open() {
  const portal = new StarterPortal();
  const backend = new ScriptedBackend(portal.script());
  const shown = showPages(backend);
  await shown.says('Say which user of this portal each of them is');
  return { portal, backend, shown };
}

describe('the first run', () => {
  it('begins with the checklist, with the first thing to do open', async () => {
    const { shown } = await open();
    expect(shown.renderer.find(ProgressBar).props.title).toBe('2 of 8 done');
    expect(shown.words()).toContain('No pool has anybody yet who can get leads.');
    expect(shown.words()).toContain('Employees is known for 9 of 100 contacts.');
    expect(shown.words()).toContain('Round robin inbound also sets owners.');
  });

  it('gives names their users and saves nothing else', async () => {
    const { portal, backend, shown } = await open();
    const before = structuredClone(portal.rows);
    shown.renderer.find(Select, { name: 'user-ana' }).trigger('onChange', 'ana@example.com' as never);
    shown.press('Save 1 choice');
    await shown.says('nobody who can get leads');
    const [saved] = backend.inputsOf('saveDraft');
    expect(saved!.version).toBe('v1');
    expect(textOf(findRow(portal.rows, 'person', { repKey: 'ana' })!, 'ownerEmail')).toBe('ana@example.com');
    const changed = saved!.rows.filter((row, place) => JSON.stringify(row) !== JSON.stringify(before[place]));
    expect(changed).toHaveLength(1);
  });
});
