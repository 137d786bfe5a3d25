import { Button, ButtonRow, EmptyState, Flex, LoadingSpinner, Text, useExtensionActions } from '@hubspot/ui-extensions';
import { usePageRoute } from '@hubspot/ui-extensions/pages';
import { useState, type ReactNode } from 'react';
import type { DecisionsForm } from '../../handlers/ui/ui-forms.ts';
import { useCall } from '../backend/use-call.ts';
import { AskedContent } from '../home/asked-content.tsx';
import { Page } from '../home/page.tsx';
import { useReader } from '../home/use-reader.ts';
import { countOf } from '../words/count-of.ts';
import { useNow } from '../words/use-now.ts';
import { DecisionLine } from './decision-line.tsx';
import { namesOf, type Names } from './names.ts';
import { SearchForm } from './search-form.tsx';
import { inputOf, isEmptySearch, paramsOf, searchOf, type Search } from './search.ts';

/** The decisions of the portal. What is searched for stands in the link, so that it can be sent to somebody. */
export function SearchPage(): ReactNode {
  const { params } = usePageRoute();
  const { navigateToPage } = useExtensionActions<'pages'>();
  const draft = useCall('draft', {});
  const search = searchOf(params);
  const key = JSON.stringify(search);
  const names = namesOf(draft.content?.rows ?? []);
  return (
    <Page title="Decisions">
      <SearchForm
        key={key}
        search={search}
        names={names}
        onSearch={(next) => navigateToPage({ to: '/decisions', params: paramsOf(next) })}
      />
      <Found key={`found ${key}`} search={search} names={names} />
    </Page>
  );
}

/** The pages that were gone through: where each begins. */
type Pages = readonly (string | null)[];

function Found({ search, names }: { readonly search: Search; readonly names: Names }): ReactNode {
  const { timeZone } = useReader();
  const [pages, setPages] = useState<Pages>([null]);
  const asked = useCall('decisions', inputOf(search, pages.at(-1) ?? null, timeZone));
  return (
    <AskedContent asked={asked} what="decisions">
      {(content) => (
        <Flex direction="column" gap="sm">
          {asked.isLoading && <LoadingSpinner label="Loading decisions" showLabel />}
          <Lines content={content} search={search} names={names} page={pages.length} />
          <ButtonRow>
            <Button disabled={pages.length === 1 || asked.isLoading} onClick={() => setPages(pages.slice(0, -1))}>
              Newer
            </Button>
            <Button
              disabled={content.after === null || asked.isLoading}
              onClick={() => setPages([...pages, content.after])}
            >
              Older
            </Button>
          </ButtonRow>
        </Flex>
      )}
    </AskedContent>
  );
}

type LinesProps = {
  readonly content: DecisionsForm;
  readonly search: Search;
  readonly names: Names;
  readonly page: number;
};

function Lines({ content, search, names, page }: LinesProps): ReactNode {
  const now = useNow(60_000);
  const { decisions, after } = content;
  if (decisions.length === 0) {
    return (
      <EmptyState title={isEmptySearch(search) ? 'No lead is decided yet' : 'Nothing was found'} layout="vertical">
        <Text>
          {isEmptySearch(search)
            ? 'The first decision stands here seconds after a lead comes in. Setup says how they come in.'
            : 'Words are compared with e-mail address, names and company as they stand in the portal. Look for less.'}
        </Text>
      </EmptyState>
    );
  }
  return (
    <Flex direction="column" gap="sm">
      <Text variant="microcopy">
        Page {page}: {countOf(decisions.length, 'decision')}, newest first
        {after === null ? '; these are the oldest' : ''}
      </Text>
      {decisions.map((decision) => (
        <DecisionLine key={decision.decisionId} decision={decision} names={names} now={now} isLinked />
      ))}
    </Flex>
  );
}
