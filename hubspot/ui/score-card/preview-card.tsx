import {
  DescriptionList,
  DescriptionListItem,
  Flex,
  LoadingSpinner,
  Text,
  type CrmContext,
} from '@hubspot/ui-extensions';
import { CrmActionLink } from '@hubspot/ui-extensions/crm';
import type { ReactNode } from 'react';
import { leadTypeId } from '../../handlers/events/object-types.ts';
import type { CardData } from '../../handlers/card/card-data.ts';
import { isAway } from '../backend/backend.ts';
import { axisTitles, scoreWords } from '../words/axis-words.ts';
import { basisWords } from '../words/confidence-words.ts';
import { LongText } from '../words/long-text.tsx';
import { modeWords } from '../words/mode-words.ts';
import { useReading, WithReader } from '../words/reading.tsx';
import { RefusedNotice } from '../words/refused-notice.tsx';
import { Headline } from './headline.tsx';
import { Countdown } from './promise.tsx';
import { weightiestLines } from './reason-lines.ts';
import { useShownCard } from './use-shown-card.ts';

const mostReasons = 2;

/** The card in a few lines, where a record is only glanced at. */
export function PreviewCard({ context }: { readonly context: CrmContext }): ReactNode {
  return (
    <WithReader context={context}>
      <Preview context={context} />
    </WithReader>
  );
}

function Preview({ context: { crm } }: { readonly context: CrmContext }): ReactNode {
  const id = String(crm.objectId);
  const shown = useShownCard(crm.objectTypeId === leadTypeId ? { leadId: id } : { contactId: id });
  const { card, refused } = shown;
  if (card === null) {
    return refused === null || shown.isRecordLoading ? (
      <LoadingSpinner label="Looking at the record" showLabel />
    ) : (
      <RefusedNotice refused={refused} />
    );
  }
  return (
    <Flex direction="column" gap="xs">
      {card.decisionId === null ? (
        <Text>Not decided yet. The tab of Signalbox on the record can do it now.</Text>
      ) : (
        <Decided card={card} />
      )}
      {refused === null ? null : (
        <Text variant="microcopy">
          {isAway(refused)
            ? 'Signalbox does not answer at the moment: this is what it wrote on the record.'
            : `${refused.message} (${refused.code})`}
        </Text>
      )}
      <CrmActionLink
        actionType="RECORD_APP_LINK"
        actionContext={{ objectTypeId: crm.objectTypeId, objectId: crm.objectId }}
      >
        Open the record for the whole story
      </CrmActionLink>
    </Flex>
  );
}

function Decided({ card }: { readonly card: CardData }): ReactNode {
  const words = useReading();
  const { confidence, clock, mode } = card;
  const shownAxes = card.axes.filter(({ axis }) => axis === 'fit' || axis === 'engagement');
  const basis = confidence === null ? '' : basisWords(confidence, words.locale);
  return (
    <>
      <Headline card={card} />
      {mode === 'observe' || mode === 'suggest' ? <Text variant="microcopy">{modeWords(mode)}</Text> : null}
      {clock === null ? null : <Countdown clock={clock} />}
      <DescriptionList direction="row">
        {shownAxes.map((axis) => (
          <DescriptionListItem key={axis.axis} label={axisTitles[axis.axis]}>
            <Text>{scoreWords(axis)}</Text>
          </DescriptionListItem>
        ))}
        <DescriptionListItem label="Confidence">
          <Text>
            {confidence === null ? 'not known' : [String(confidence.value), basis].filter(Boolean).join(' · ')}
          </Text>
        </DescriptionListItem>
      </DescriptionList>
      {weightiestLines(shownAxes, mostReasons, words.line).map((line, place) => (
        <LongText key={place} variant="microcopy" most={120}>
          {line}
        </LongText>
      ))}
    </>
  );
}
