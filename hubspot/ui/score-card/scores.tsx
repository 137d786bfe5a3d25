import { AutoGrid, Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { CardAxis } from '../../handlers/card/card-data.ts';
import { axisTitles } from '../words/axis-words.ts';
import { basisWords, type CardConfidence } from '../words/confidence-words.ts';
import { useReading } from '../words/reading.tsx';

const ofHundred = 'of 100';

/** The scores apart, each with what it means: they are never mixed into one. */
export function Scores({
  axes,
  confidence,
}: {
  readonly axes: readonly CardAxis[];
  readonly confidence: CardConfidence | null;
}): ReactNode {
  return (
    <AutoGrid columnWidth={120} flexible gap="sm">
      {axes.map((axis) => (
        <Score key={axis.axis} title={axisTitles[axis.axis]} value={axis.score} remark={remarkOf(axis)} />
      ))}
      <Confidence confidence={confidence} />
    </AutoGrid>
  );
}

function Confidence({ confidence }: { readonly confidence: CardConfidence | null }): ReactNode {
  const { locale } = useReading();
  const remarks = confidence === null ? [] : [confidence.band ?? '', basisWords(confidence, locale)];
  const remark = remarks.filter((each) => each !== '').join(' · ');
  return <Score title="Confidence" value={confidence?.value ?? null} remark={remark === '' ? ofHundred : remark} />;
}

function Score({
  title,
  value,
  remark,
}: {
  readonly title: string;
  readonly value: number | null;
  readonly remark: string;
}): ReactNode {
  return (
    <Statistics>
      <StatisticsItem label={title} number={value ?? '–'}>
        <Text variant="microcopy">{value === null ? 'not known' : remark}</Text>
      </StatisticsItem>
    </Statistics>
  );
}

/** "high (from 60)", "low (high from 50)" */
function remarkOf({ band, highFrom }: CardAxis): string {
  if (band === null) {
    return ofHundred;
  }
  return highFrom === null ? band : `${band} (${band === 'high' ? '' : 'high '}from ${highFrom})`;
}
