import { jest } from '@jest/globals';
import type { BulkActionsContext, CrmContext } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { act, type ReactNode } from 'react';
import { WithBackend } from '../../../../hubspot/ui/backend/backend-context.tsx';
import { CompanyCard } from '../../../../hubspot/ui/company-card/company-card.tsx';
import { RouteSelected } from '../../../../hubspot/ui/route-selected/route-selected.tsx';
import { PreviewCard } from '../../../../hubspot/ui/score-card/preview-card.tsx';
import { ScoreCard } from '../../../../hubspot/ui/score-card/score-card.tsx';
import { StateBackend } from './state-backend.ts';
import { ToldRecord } from './told-record.ts';
import type { UiState } from './ui-state.ts';

const user = {
  id: 7001,
  emails: ['rosa.lind@example.com'],
  email: 'rosa.lind@example.com',
  firstName: 'Rosa',
  lastName: 'Lind',
  roles: [],
  teams: [],
  permissions: [],
};

/** A state, drawn headlessly, with the hooks that HubSpot answers and a backend that can be told to say something else. */
export async function openState(state: UiState, change: { readonly user?: Partial<typeof user> } = {}) {
  const renderer = createRenderer('crm.record.tab');
  const backend = new StateBackend(state.answers);
  const record = new ToldRecord(state.properties);
  const { mocks } = renderer;
  mocks.useCrmProperties.willCall(record.useProperties);
  mocks.useAssociations.willCall(() => ({
    results: [...state.associations],
    error: null,
    isLoading: false,
    isRefetching: false,
    refetch: () => Promise.resolve(),
    pagination: {
      hasNextPage: false,
      hasPreviousPage: false,
      currentPage: 1,
      pageSize: 100,
      nextPage: () => {},
      previousPage: () => {},
      reset: () => {},
    },
  }));
  const context = {
    user: { ...user, ...(state.locale === undefined ? {} : { locale: state.locale }), ...change.user },
    portal: { id: 4242, timezone: 'Europe/Berlin' },
    location: state.location,
    crm: state.crm,
  };
  const shown: Record<UiState['entry'], () => ReactNode> = {
    'score-card': () => <ScoreCard context={context as CrmContext} actions={mocks.actions} />,
    'score-preview': () => <PreviewCard context={context as CrmContext} />,
    'company-card': () => <CompanyCard context={context as CrmContext} />,
    'route-selected': () => <RouteSelected context={context as BulkActionsContext} actions={mocks.actions} />,
  };
  act(() => void renderer.render(<WithBackend backend={backend}>{shown[state.entry]()}</WithBackend>));
  await settle();
  return { renderer, backend, record, actions: mocks.actions, words: () => renderer.getRootNode().toString() };
}

export type OpenState = Awaited<ReturnType<typeof openState>>;

/** Lets everything that has an answer come to its end. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  });
}

/** Time goes by, and what it brings is drawn. */
export async function later(millis: number): Promise<void> {
  await act(async () => {
    await jest.advanceTimersByTimeAsync(millis);
  });
}
