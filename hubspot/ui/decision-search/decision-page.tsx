import { Alert, EmptyState, Flex, Text } from '@hubspot/ui-extensions';
import { PageBreadcrumbs, usePageRoute } from '@hubspot/ui-extensions/pages';
import type { ReactNode } from 'react';
import type { DecisionForm } from '../../handlers/ui/ui-forms.ts';
import { useCall } from '../backend/use-call.ts';
import { AskedContent } from '../home/asked-content.tsx';
import { Page } from '../home/page.tsx';
import { useReader } from '../home/use-reader.ts';
import { useNow } from '../words/use-now.ts';
import { writeInstant } from '../words/write-instant.ts';
import { DecisionLine } from './decision-line.tsx';
import { namesOf, type Names } from './names.ts';
import { Story } from './story.tsx';

const mostOfContact = 100;

/** A decision of a contact and its story: the one of the link, or the one that counts. */
export function DecisionPage(): ReactNode {
  const { params } = usePageRoute();
  const contactId = params['contactId'] ?? '';
  return (
    <Page title="Decision">
      <PageBreadcrumbs>
        <PageBreadcrumbs.PageLink to="/decisions">Decisions</PageBreadcrumbs.PageLink>
        <PageBreadcrumbs.Current>Contact {contactId}</PageBreadcrumbs.Current>
      </PageBreadcrumbs>
      {/^\d{1,20}$/.test(contactId) ? (
        <OfContact key={contactId} contactId={contactId} decisionId={params['decision'] ?? null} />
      ) : (
        <NoDecision />
      )}
    </Page>
  );
}

type OfContactProps = { readonly contactId: string; readonly decisionId: string | null };

function OfContact({ contactId, decisionId }: OfContactProps): ReactNode {
  const asked = useCall('decisions', { contactId, most: mostOfContact });
  const draft = useCall('draft', {});
  const names = namesOf(draft.content?.rows ?? []);
  return (
    <AskedContent asked={asked} what="the decisions of the contact">
      {({ decisions }) => <Chosen decisions={decisions} decisionId={decisionId} names={names} />}
    </AskedContent>
  );
}

type ChosenProps = {
  readonly decisions: readonly DecisionForm[];
  readonly decisionId: string | null;
  readonly names: Names;
};

function Chosen({ decisions, decisionId, names }: ChosenProps): ReactNode {
  const now = useNow(60_000);
  const reader = useReader();
  const chosen =
    decisionId === null
      ? (decisions.find(({ isCurrent }) => isCurrent) ?? decisions[0])
      : decisions.find((decision) => decision.decisionId === decisionId);
  if (chosen === undefined) return <NoDecision />;
  const next = replacementOf(chosen, decisions);
  return (
    <Flex direction="column" gap="md">
      <DecisionLine decision={chosen} names={names} now={now} isLinked={false} />
      {chosen.isCurrent ? (
        <Story contactId={chosen.contactId} decisionId={chosen.decisionId} />
      ) : (
        <Flex direction="column" gap="md">
          <Alert title="This decision was replaced">
            <Text>
              {next === null
                ? 'It does not count any more. '
                : `Another one took its place ${writeInstant(next.decidedAt, reader, now)}. `}
              What it said in full stands in the contact’s history; its story is shown for the one that counts.
            </Text>
          </Alert>
          {next !== null && <DecisionLine decision={next} names={names} now={now} isLinked />}
        </Flex>
      )}
    </Flex>
  );
}

/** The decision after this one; null where none is known. */
export function replacementOf(chosen: DecisionForm, decisions: readonly DecisionForm[]): DecisionForm | null {
  const later = decisions.filter(({ decidedAt }) => decidedAt > chosen.decidedAt);
  const [first] = later.toSorted(
    (one, other) => one.decidedAt - other.decidedAt || (one.decisionId < other.decisionId ? -1 : 1),
  );
  return first ?? null;
}

function NoDecision(): ReactNode {
  return (
    <EmptyState title="There is no such decision" layout="vertical">
      <Text>It may have been deleted with its contact, or the link is not whole. Search for it above.</Text>
    </EmptyState>
  );
}
