import { describe, expect, it } from '@jest/globals';
import { DateInput, SearchInput, Select } from '@hubspot/ui-extensions';
import type { DecisionForm } from '../../../../hubspot/handlers/ui/ui-forms.ts';
import { decisionsOf, storyOf } from '../home/decided-leads.ts';
import { refusal } from '../home/refusal.ts';
import { ScriptedBackend } from '../home/scripted-backend.ts';
import { showPages } from '../home/show-pages.tsx';
import { standStill } from '../home/stand-still.ts';
import { noon, StarterPortal } from '../home/starter-portal.ts';

standStill();

const all: DecisionForm[] = Array.from({ length: 60 }, (_, place) => ({
  ...decisionsOf(noon)[0]!,
  decisionId: `d-${place}`,
  contactId: String(1_000 + place),
  headline: `Decision number ${place}.`,
}));

/** Pages as a backend makes them: the cursor says how many came before. */
function paging() {
  return new ScriptedBackend({
    ...new StarterPortal().script(),
    decisions: ({ after, most }) => {
      const from = Number(after ?? 0);
      const until = from + Number(most);
      return { decisions: all.slice(from, until), after: until < all.length ? String(until) : null };
    },
  });
}

describe('the search of decisions', () => {
  it('goes through all pages and back, and shows no decision twice', async () => {
    const backend = paging();
    const shown = showPages(backend, '/decisions');
    await shown.says('Decision number 24.');
    expect(shown.words()).not.toContain('Decision number 25.');
    expect(shown.isOffered('Newer')).toBe(false);
    shown.press('Older');
    await shown.says('Decision number 25.');
    expect(shown.words()).not.toContain('Decision number 24.');
    shown.press('Older');
    await shown.says('these are the oldest');
    expect(shown.isOffered('Older')).toBe(false);
    shown.press('Newer');
    await shown.says('Decision number 25.');
    expect(backend.inputsOf('decisions').map(({ after }) => after)).toEqual([undefined, '25', '50', '25']);
  });

  it('asks for what the link says, days in the zone of the portal', async () => {
    const backend = paging();
    const params = {
      words: 'ana@example.com',
      destination: 'sales',
      owner: 'ana',
      from: '2026-03-28',
      until: '2026-03-29',
    };
    const shown = showPages(backend, '/decisions', params);
    await shown.says('Decision number 0.');
    expect(backend.inputsOf('decisions')).toEqual([
      {
        most: 25,
        words: 'ana@example.com',
        destinationKey: 'sales',
        givenTo: 'ana',
        from: String(Date.UTC(2026, 2, 27, 23)),
        until: String(Date.UTC(2026, 2, 29, 22) - 1),
      },
    ]);
    expect(shown.renderer.find(SearchInput).props.value).toBe('ana@example.com');
    expect(shown.renderer.find(Select, { name: 'owner' }).props.value).toBe('ana');
  });

  it('puts what is searched for into the link, and begins at the newest again', async () => {
    const backend = paging();
    const shown = showPages(backend, '/decisions');
    await shown.says('Decision number 0.');
    shown.press('Older');
    await shown.says('Decision number 25.');
    shown.renderer.find(SearchInput).trigger('onInput', ' Example Ltd ' as never);
    shown.renderer.find(DateInput, { name: 'from' }).trigger('onChange', { year: 2026, month: 0, date: 5 } as never);
    shown.press('Search');
    const params = { words: 'Example Ltd', from: '2026-01-05' };
    expect(shown.renderer.mocks.actions.navigateToPage.calls).toEqual([[{ to: '/decisions', params }]]);
    shown.renderer.mocks.setPageLocation({ path: '/decisions', params });
    await shown.says('Decision number 0.');
    expect(backend.inputsOf('decisions').at(-1)).toEqual({
      most: 25,
      words: 'Example Ltd',
      from: String(Date.UTC(2026, 0, 4, 23)),
    });
  });

  it('keeps what was loaded when the backend goes away, and says so', async () => {
    const backend = paging();
    const shown = showPages(backend, '/decisions');
    await shown.says('Decision number 0.');
    backend.change({ decisions: refusal('HSW024') });
    shown.press('Older');
    await shown.says('What you see may be old.');
    expect(shown.words()).toContain('Decision number 0.');
  });

  it('shows a destination and an owner that the rules do not know any more by their keys', async () => {
    const [decision] = decisionsOf(noon);
    const backend = new ScriptedBackend({
      ...new StarterPortal().script(),
      decisions: { decisions: [{ ...decision!, destinationKey: 'formerSales', givenTo: 'zed' }], after: null },
    });
    const shown = showPages(backend, '/decisions');
    await shown.says('formerSales');
    expect(shown.words().replaceAll(/\s+/g, ' ')).toMatch(/To formerSales ?, for zed/);
  });
});

describe('the page of a decision', () => {
  const [current, replaced] = decisionsOf(noon);
  const backend = () =>
    new ScriptedBackend({
      ...new StarterPortal().script(),
      decisions: { decisions: [current!, replaced!], after: null },
      card: storyOf(noon),
    });

  it('tells the story of the one that counts', async () => {
    const given = backend();
    const shown = showPages(given, `/decisions/${current!.contactId}`, { decision: current!.decisionId });
    await shown.says('Ana’s turn: 2 of 4 could take it.');
    expect(given.inputsOf('decisions')).toEqual([{ contactId: '501', most: 100 }]);
    expect(given.inputsOf('card')).toEqual([{ contactId: '501' }]);
  });

  it('says of another one that it was replaced, when and by which, and asks for no story', async () => {
    const given = backend();
    const shown = showPages(given, `/decisions/501`, { decision: replaced!.decisionId });
    await shown.says('This decision was replaced');
    expect(shown.words().replaceAll(/\s+/g, ' ')).toContain('today, 11:56');
    expect(shown.words()).toContain(current!.headline);
    expect(given.inputsOf('card')).toEqual([]);
  });

  it.each(['gone', ''])(
    'says that there is no decision "%s" where the contact has none of that name',
    async (decision) => {
      const given = new ScriptedBackend({ ...new StarterPortal().script(), decisions: { decisions: [], after: null } });
      const shown = showPages(given, '/decisions/501', { decision });
      await shown.says('There is no such decision');
    },
  );

  it('asks nothing for a contact whose id is none', async () => {
    const given = backend();
    const shown = showPages(given, '/decisions/not-an-id');
    await shown.says('There is no such decision');
    expect(given.inputsOf('decisions')).toEqual([]);
  });
});
