import { EmptyState, Text } from '@hubspot/ui-extensions';
import { createPageRouter, PageRoutes } from '@hubspot/ui-extensions/pages';
import type { ReactNode } from 'react';
import type { Backend } from '../backend/backend.ts';
import { WithBackend } from '../backend/backend-context.tsx';
import { DecisionPage } from '../decision-search/decision-page.tsx';
import { SearchPage } from '../decision-search/search-page.tsx';
import { AccessGate } from './access-gate.tsx';
import { Page } from './page.tsx';
import { SetupPage } from './setup-page.tsx';
import { StartPage } from './start-page.tsx';
import { StatusPage } from './status-page.tsx';

const Pages = createPageRouter(
  <PageRoutes>
    <PageRoutes.IndexRoute component={StartPage} id="start" />
    <PageRoutes.Route path="/setup" component={SetupPage} id="setup" />
    <PageRoutes.Route path="/status" component={StatusPage} id="status" />
    <PageRoutes.Route path="/decisions" component={SearchPage} id="decisions" />
    <PageRoutes.Route path="/decisions/:contactId" component={DecisionPage} id="decision" />
    <PageRoutes.AnyRoute component={NoSuchPage} />
  </PageRoutes>,
);

/** The app's own pages: the first run, the status and the decisions. */
export function HomePages({ backend }: { readonly backend: Backend }): ReactNode {
  return (
    <WithBackend backend={backend}>
      <AccessGate>
        <Pages />
      </AccessGate>
    </WithBackend>
  );
}

function NoSuchPage(): ReactNode {
  return (
    <Page title="No such page">
      <EmptyState title="Signalbox has no such page" layout="vertical">
        <Text>The link may be of an older version. Go on from the links above.</Text>
      </EmptyState>
    </Page>
  );
}
