import { Divider, Flex, Link, StatusTag, Text, type StatusTagProps } from '@hubspot/ui-extensions';
import { PageLink } from '@hubspot/ui-extensions/pages';
import type { ReactNode } from 'react';
import type { DecisionForm } from '../../handlers/ui/ui-forms.ts';
import { shorten } from '../home/steps/user-choice.ts';
import { usePathOfContact, useReader } from '../home/use-reader.ts';
import { LongText } from '../words/long-text.tsx';
import { writeInstant } from '../words/write-instant.ts';
import type { Names } from './names.ts';

type DecisionLineProps = {
  readonly decision: DecisionForm;
  readonly names: Names;
  readonly now: number;
  /** Not where the story itself is shown. */ readonly isLinked: boolean;
};

const bandColours: { readonly [band: string]: StatusTagProps['variant'] } = {
  warm: 'success',
  lukewarm: 'warning',
  cool: 'info',
};

/** One decision: when, what, where to, for whom, and whether it still counts. */
export function DecisionLine({ decision, names, now, isLinked }: DecisionLineProps): ReactNode {
  const reader = useReader();
  const pathOfContact = usePathOfContact();
  const { decisionId, contactId, decidedAt, destinationKey, givenTo, band, mode, isCurrent, headline } = decision;
  const destination = names.destinations.get(destinationKey) ?? destinationKey;
  const owner = givenTo === '' ? 'nobody' : (names.people.get(givenTo) ?? givenTo);
  return (
    <Flex direction="column" gap="xs">
      <Flex direction="row" gap="sm" align="center" wrap>
        <Text format={{ fontWeight: 'demibold' }}>{writeInstant(decidedAt, reader, now)}</Text>
        <StatusTag variant={isCurrent ? 'success' : 'default'}>{isCurrent ? 'Counts now' : 'Replaced'}</StatusTag>
        <StatusTag variant={bandColours[band] ?? 'default'} hollow>
          {shorten(band === '' ? 'no band' : band)}
        </StatusTag>
        <Text variant="microcopy">mode {shorten(mode)}</Text>
      </Flex>
      <LongText>{headline === '' ? 'No headline was kept.' : headline}</LongText>
      <Text variant="microcopy">
        To {shorten(destination)}, for {shorten(owner)}
      </Text>
      <Flex direction="row" gap="md" wrap>
        {isLinked && (
          <PageLink to="/decisions/:contactId" params={{ contactId, decision: decisionId }}>
            The story of contact {contactId}
          </PageLink>
        )}
        <Link href={{ url: pathOfContact(contactId), external: true }}>Record of contact {contactId}</Link>
      </Flex>
      <Divider />
    </Flex>
  );
}
