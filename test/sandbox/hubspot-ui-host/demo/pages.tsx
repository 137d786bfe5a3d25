import { Button, Flex, Text, hubspot, useExtensionActions } from '@hubspot/ui-extensions';
import {
  PageBreadcrumbs,
  PageHeader,
  PageLink,
  PageRoutes,
  PageTitle,
  createPageRouter,
  usePageRoute,
} from '@hubspot/ui-extensions/pages';
import { hear } from './heard.ts';

function Index() {
  const { navigateToPage } = useExtensionActions<'pages'>();
  return (
    <>
      <PageHeader>
        <PageHeader.PrimaryAction>
          <PageHeader.PageLink to="/rules/:rule" params={{ rule: 'new' }}>
            New rule
          </PageHeader.PageLink>
        </PageHeader.PrimaryAction>
      </PageHeader>
      <PageTitle>All rules</PageTitle>
      <PageLink to="/rules/:rule" params={{ rule: 'east & west', tab: 'why' }}>
        East and West
      </PageLink>
      <Button onClick={() => navigateToPage({ to: '/nowhere' })}>Away</Button>
    </>
  );
}

function Rule() {
  const { path, params, routeId } = usePageRoute();
  return (
    <>
      <PageHeader>
        <PageHeader.SecondaryActions>
          <PageHeader.Link href="https://example.com/help" onClick={hear('PageHeader.Link')}>
            Help
          </PageHeader.Link>
        </PageHeader.SecondaryActions>
      </PageHeader>
      <PageBreadcrumbs>
        <PageBreadcrumbs.PageLink to="/">Rules</PageBreadcrumbs.PageLink>
        <PageBreadcrumbs.Current>{params['rule'] ?? ''}</PageBreadcrumbs.Current>
      </PageBreadcrumbs>
      <PageTitle>{`Rule ${params['rule']}`}</PageTitle>
      <Text>
        {path} {routeId} {params['tab']}
      </Text>
    </>
  );
}

function Layout({ children }: { children?: React.ReactNode }) {
  return (
    <Flex direction="column" gap="md">
      <Text>Around every page</Text>
      {children}
    </Flex>
  );
}

const Router = createPageRouter(
  <PageRoutes layoutComponent={Layout}>
    <PageRoutes.IndexRoute component={Index} />
    <PageRoutes.Route path="/rules/:rule" component={Rule} id="rule" />
  </PageRoutes>,
);

hubspot.extend<'pages'>(() => <Router />);
