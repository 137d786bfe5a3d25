import { Flex } from '@hubspot/ui-extensions';
import { PageLink, PageTitle } from '@hubspot/ui-extensions/pages';
import type { ReactNode } from 'react';

/** A page of the app with the ways to the others. */
export function Page({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <Flex direction="column" gap="md">
      <PageTitle>{title}</PageTitle>
      <Flex direction="row" gap="md" wrap>
        <PageLink to="/status">Status</PageLink>
        <PageLink to="/decisions">Decisions</PageLink>
        <PageLink to="/setup">Setup</PageLink>
      </Flex>
      {children}
    </Flex>
  );
}
