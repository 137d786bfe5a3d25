import { Accordion, Flex, Link, List, Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { contactTypeId } from '../../handlers/events/object-types.ts';
import { countOf } from '../words/count-of.ts';
import { countsOf, refusedByReason, type Outcomes } from './outcomes.ts';

const mostLinks = 50;

type ResultsProps = { readonly ids: readonly string[]; readonly outcomes: Outcomes; readonly portalId: number };

/** What became of the contacts so far. */
export function Results({ ids, outcomes, portalId }: ResultsProps): ReactNode {
  if (outcomes.size === 0) {
    return null;
  }
  const counts = countsOf(ids, outcomes);
  return (
    <Flex direction="column" gap="sm">
      <Statistics>
        <StatisticsItem label="Decided" number={counts.decided} />
        <StatisticsItem label="To the same" number={counts.repeated} />
        <StatisticsItem label="In a moment" number={counts.waiting} />
        <StatisticsItem label="Refused" number={counts.refused} />
      </Statistics>
      {refusedByReason(ids, outcomes).map(({ refused, ids: contacts }) => (
        <Accordion
          key={`${refused.code} ${refused.message}`}
          title={`${countOf(contacts.length, 'contact')} refused: ${refused.message}`}
        >
          <Text>
            {refused.nextStep} ({refused.code})
          </Text>
          <List variant="unordered-styled">
            {contacts.slice(0, mostLinks).map((id) => (
              <Link key={id} href={`/contacts/${portalId}/record/${contactTypeId}/${id}`}>
                Contact {id}
              </Link>
            ))}
          </List>
          {contacts.length > mostLinks ? <Text>and {contacts.length - mostLinks} more</Text> : null}
        </Accordion>
      ))}
    </Flex>
  );
}
