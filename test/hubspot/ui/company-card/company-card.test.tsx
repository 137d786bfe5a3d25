import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { ErrorState, Link, LoadingSpinner, Table, TableBody, TableRow } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { act, useState } from 'react';
import { byUrgency } from '../../../../hubspot/ui/company-card/by-urgency.ts';
import { CompanyCard } from '../../../../hubspot/ui/company-card/company-card.tsx';
import { decidedContactOf, type DecidedContact } from '../../../../hubspot/ui/company-card/decided-contact.ts';
import { totalsLine } from '../../../../hubspot/ui/company-card/totals.ts';
import { openState, settle, type OpenState } from '../states/open-state.tsx';
import { stateOf } from '../states/find-state.ts';
import type { AssociatedRecord } from '../states/ui-state.ts';

const now = Date.UTC(2026, 2, 18, 9);

beforeEach(() => {
  jest.useFakeTimers({ now });
});
afterEach(() => {
  jest.useRealTimers();
});

const rowsOf = (renderer: Pick<OpenState['renderer'], 'find'>) => renderer.find(TableBody).findAll(TableRow);

describe('the contacts of a company', () => {
  test('stand in the order in which they need somebody, and those of nobody decided are left out', async () => {
    const { renderer } = await openState(stateOf('company', now));
    const names = rowsOf(renderer).map((row) => row.find(Link).text);
    expect(names).toEqual(
      ['Ben Cole', 'Ana Ruiz', 'Cleo Dubois', 'Lena Vogt'].sort(
        (one, other) => names.indexOf(one) - names.indexOf(other),
      ),
    );
    expect(names.slice(0, 2)).toEqual(['Ben Cole', 'Ana Ruiz']);
  });

  test('lead to their records', async () => {
    const { renderer } = await openState(stateOf('company', now));
    expect(rowsOf(renderer)[0]!.find(Link).props.href).toBe('/contacts/4242/record/0-1/503');
  });

  test('say in words how their promise stands', async () => {
    const { words } = await openState(stateOf('company', now));
    for (const expected of ['55:00 late', 'due in 4:12', 'made in time']) {
      expect(words()).toContain(expected);
    }
  });

  test('are shown page by page where there are many', async () => {
    const { renderer } = await openState(stateOf('company-many', now));
    const table = () => renderer.find(Table);
    expect(table().props).toMatchObject({ paginated: true, pageCount: 3 });
    expect(rowsOf(renderer)).toHaveLength(25);
    table().trigger('onPageChange' as never, 3 as never);
    expect(rowsOf(renderer)).toHaveLength(10);
  });

  test('need no backend', async () => {
    const { backend } = await openState(stateOf('company', now));
    expect(backend.calls).toEqual([]);
  });
});

describe('the order of contacts', () => {
  const contact = (
    id: number,
    fit: number | null,
    dueAt: number | null,
    state = 'running' as const,
  ): DecidedContact => ({
    id,
    name: `Contact ${id}`,
    fit,
    engagement: null,
    destination: null,
    givenTo: null,
    clock: dueAt === null ? null : { state, dueAt, startedAt: null, promise: null, answersFor: null, colour: 'info' },
  });

  test('is by promise, then fit, then id, and what is not known comes last', () => {
    const inOrder = [
      contact(9, null, 1),
      contact(8, 10, 2),
      contact(3, 90, null),
      contact(4, 90, null),
      contact(1, 20, null),
      contact(2, null, null),
    ];
    expect(inOrder.toReversed().sort(byUrgency)).toEqual(inOrder);
    expect(inOrder.toSorted(byUrgency)).toEqual(inOrder);
  });

  test('counts only promises that wait for somebody', () => {
    const met = { ...contact(1, 1, 1), clock: { ...contact(1, 1, 1).clock!, state: 'met' as const } };
    expect([met, contact(2, 1, 5)].sort(byUrgency).map(({ id }) => id)).toEqual([2, 1]);
    expect(totalsLine({ decided: [met], seen: 2 }, 10)).toBe(
      '1 of 2 contacts decided · best fit 1 · no first touch owed',
    );
    expect(totalsLine({ decided: [met, contact(2, 1, 5), contact(3, 7, 50)], seen: 3 }, 10)).toBe(
      '3 of 3 contacts decided · best fit 7 · 2 first touches owed, 1 of them late',
    );
  });
});

describe('the name of a contact', () => {
  const named = (properties: Record<string, string | null>) =>
    decidedContactOf(7, { sbx_decision_id: 'x', ...properties })!.name;

  test('is what the portal knows: its name, else its address, else its id', () => {
    expect(named({ firstname: 'Lena', lastname: 'Vogt', email: 'l@x.example' })).toBe('Lena Vogt');
    expect(named({ firstname: null, lastname: ' ', email: 'l@x.example' })).toBe('l@x.example');
    expect(named({})).toBe('Contact 7');
  });
});

/** As HubSpot's hook is: a page's number changes before what stands on the page. */
function pagesOf(pages: readonly (readonly AssociatedRecord[])[], error: Error | null = null) {
  return () => {
    const [page, setPage] = useState(0);
    const [shown, setShown] = useState(0);
    if (page !== shown) setTimeout(() => setShown(page), 10);
    return {
      results: [...(pages[shown] ?? [])],
      error,
      isLoading: page !== shown,
      isRefetching: false,
      refetch: () => Promise.resolve(),
      pagination: {
        hasNextPage: shown + 1 < pages.length,
        hasPreviousPage: page > 0,
        currentPage: page + 1,
        pageSize: 100,
        nextPage: () => setPage(page + 1),
        previousPage: () => {},
        reset: () => {},
      },
    };
  };
}

async function openPages(hook: ReturnType<typeof pagesOf>) {
  const renderer = createRenderer('crm.record.tab');
  renderer.mocks.useAssociations.willCall(hook);
  act(() => void renderer.render(<CompanyCard context={renderer.mocks.context} />));
  await settle();
  return renderer;
}

describe('contacts of several pages', () => {
  const all = stateOf('company-many', now).associations;
  const pages = [all.slice(0, 20), all.slice(20, 40), all.slice(40)];

  test('are read one after the other, each once', async () => {
    const renderer = await openPages(pagesOf(pages));
    expect(renderer.getRootNode().toString()).toContain('20 of 20 contacts decided');
    expect(renderer.find(LoadingSpinner).props.label).toBe('Looking for more');
    for (let turn = 0; turn < 5; turn += 1) {
      await act(async () => {
        await jest.advanceTimersByTimeAsync(50);
      });
    }
    expect(renderer.getRootNode().toString()).toContain('60 of 60 contacts decided');
    expect(renderer.maybeFind(LoadingSpinner)).toBeNull();
  });

  test('that HubSpot does not let it read are an error that says so, and offers another try', async () => {
    const renderer = await openPages(pagesOf([[]], new Error('forbidden')));
    expect(renderer.find(ErrorState).props.title).toBe('The contacts cannot be shown');
    expect(renderer.find(ErrorState).toString()).toContain('Try again');
  });
});
