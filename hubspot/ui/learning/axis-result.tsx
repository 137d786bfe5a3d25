import {
  Accordion,
  Alert,
  BarChart,
  Flex,
  Heading,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { LearnedAxisForm, TierForm } from '../../handlers/learning/learning-forms.ts';
import { axisTitles } from '../words/axis-words.ts';
import { countOf } from '../words/count-of.ts';
import { LongText } from '../words/long-text.tsx';
import { LearnedPoints } from './learned-points.tsx';
import { areaWords, beginSentence, calibrationWords, dayWords, figureWords, shareWords, tierTitles } from './words.ts';

type AxisProps<Axis> = { readonly axis: Axis; readonly locale: string };
type Learned = Extract<LearnedAxisForm, { kind: 'learned' }>;
type Split = NonNullable<Learned['timeSplit']>;

/** What one axis learned, or why it learned nothing. */
export function AxisResult({ axis, locale }: AxisProps<LearnedAxisForm>): ReactNode {
  return (
    <Flex direction="column" gap="sm">
      <Heading>{axisTitles[axis.axis]}</Heading>
      {axis.kind === 'refused' ? (
        <Alert title={`${axisTitles[axis.axis]} learned nothing: ${axis.reason}`} variant="warning">
          <Text>
            {beginSentence(axis.next)} ({axis.code})
          </Text>
        </Alert>
      ) : (
        <LearnedAxis axis={axis} locale={locale} />
      )}
    </Flex>
  );
}

function LearnedAxis({ axis, locale }: AxisProps<Learned>): ReactNode {
  const { timeSplit, weaknesses } = axis;
  return (
    <Flex direction="column" gap="sm">
      <Flex gap="sm" wrap>
        <StatusTag variant={weaknesses.length === 0 ? 'success' : 'warning'}>
          {weaknesses.length === 0 ? 'No weakness found' : countOf(weaknesses.length, 'weakness', 'weaknesses')}
        </StatusTag>
        {axis.isNoBetterThanToday && <StatusTag variant="warning">No better than today: it stays out</StatusTag>}
        {axis.isPriorDriven && <StatusTag variant="warning">Leans on the present points</StatusTag>}
      </Flex>
      <Text>
        Learned from {countOf(axis.count, 'contact')}, {axis.wonCount} of them won. A score of {axis.highFrom} or more
        is high.
      </Text>
      {weaknesses.map((weakness) => (
        <Alert key={weakness} title={weakness} variant="warning" />
      ))}
      {timeSplit === null ? <ByChance axis={axis} /> : <OnLaterLeads split={timeSplit} axis={axis} locale={locale} />}
      <LearnedPoints axis={axis} />
    </Flex>
  );
}

function ByChance({ axis }: { readonly axis: Learned }): ReactNode {
  return (
    <Flex direction="column" gap="xs">
      <Text>On leads drawn by chance: {areaWords(axis.crossValidation.areaUnderCurve)}</Text>
      <Text>{calibrationWords(axis.crossValidation.calibrationError)}</Text>
    </Flex>
  );
}

function OnLaterLeads({ split, axis, locale }: AxisProps<Learned> & { readonly split: Split }): ReactNode {
  return (
    <Flex direction="column" gap="sm">
      <Heading>On later leads that it never saw</Heading>
      <Text>
        Learned on {countOf(split.earlierCount, 'lead')} that came in before {dayWords(split.cutAt, locale)}, looked at
        on {countOf(split.frozen.count, 'later lead')}. {areaWords(split.frozen.areaUnderCurve)}{' '}
        {calibrationWords(split.rolling.calibrationError)}
      </Text>
      <TierChart tiers={split.tiers} />
      <TierTable tiers={split.tiers} isTopClearlyAhead={split.isTopClearlyAhead} />
      <Comparison split={split} />
      <Accordion title="Chances said and what happened" size="sm">
        <CalibrationTable groups={split.groups} />
      </Accordion>
      <Text variant="microcopy">
        Area under the curve {figureWords(split.frozen.areaUnderCurve)} on later leads,{' '}
        {figureWords(axis.crossValidation.areaUnderCurve)} on leads drawn by chance; log-loss{' '}
        {figureWords(split.rolling.logLoss, 3)}, where always saying the average has{' '}
        {figureWords(split.rolling.baseLogLoss, 3)}.
      </Text>
    </Flex>
  );
}

function TierChart({ tiers }: { readonly tiers: readonly TierForm[] }): ReactNode {
  return (
    <BarChart
      data={tiers.map((tier) => ({
        tier: tierTitles[tier.name],
        won: Number(((tier.wonShare ?? 0) * 100).toFixed(1)),
      }))}
      axes={{
        x: { field: 'tier', fieldType: 'category', label: 'By points' },
        y: { field: 'won', fieldType: 'linear', label: 'Won, in per cent' },
      }}
      options={{ title: 'How many were won', showDataLabels: true }}
    />
  );
}

function TierTable({
  tiers,
  isTopClearlyAhead,
}: {
  readonly tiers: readonly TierForm[];
  readonly isTopClearlyAhead: boolean;
}): ReactNode {
  return (
    <Flex direction="column" gap="xs">
      <Table density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>Leads by points</TableHeader>
            <TableHeader align="right">Leads</TableHeader>
            <TableHeader align="right">Won</TableHeader>
            <TableHeader align="right">Share</TableHeader>
            <TableHeader align="right">With 95 % confidence</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {tiers.map((tier) => (
            <TableRow key={tier.name}>
              <TableCell>{tierTitles[tier.name]}</TableCell>
              <TableCell align="right">{tier.count}</TableCell>
              <TableCell align="right">{tier.wonCount}</TableCell>
              <TableCell align="right">{shareWords(tier.wonShare)}</TableCell>
              <TableCell align="right">{`${shareWords(tier.low)} to ${shareWords(tier.high)}`}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Text variant="microcopy">
        {isTopClearlyAhead
          ? 'The best fifth is clearly ahead of the next: the ranges do not touch.'
          : 'The best fifth is not clearly ahead of the next: the ranges touch.'}
      </Text>
    </Flex>
  );
}

/** Beside the revision that decides today, and beside HubSpot's own score. */
function Comparison({ split }: { readonly split: Split }): ReactNode {
  const { present, native, frozen } = split;
  const top = present?.tiers.find(({ name }) => name === 'top');
  return (
    <Flex direction="column" gap="xs">
      <LongText>
        {present === null
          ? 'The present points tell these leads apart by nothing.'
          : `The present points: area under the curve ${figureWords(present.areaUnderCurve)} on the same leads, against ${figureWords(frozen.areaUnderCurve)}; of its best fifth ${shareWords(top?.wonShare ?? null)} were won.`}
      </LongText>
      <LongText>
        {native === null
          ? 'HubSpot’s own score is not compared: no property is named for it under Options, or too few leads have one.'
          : `HubSpot’s own score, on the ${countOf(native.count, 'lead')} that have one: ${figureWords(native.areaUnderCurve)} against ${figureWords(native.ownAreaUnderCurve)}.`}
      </LongText>
    </Flex>
  );
}

function CalibrationTable({ groups }: { readonly groups: Split['groups'] }): ReactNode {
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader align="right">Leads</TableHeader>
          <TableHeader align="right">Said</TableHeader>
          <TableHeader align="right">Happened</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {groups.map(({ count, said, happened }, place) => (
          <TableRow key={place}>
            <TableCell align="right">{count}</TableCell>
            <TableCell align="right">{shareWords(said)}</TableCell>
            <TableCell align="right">{shareWords(happened)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
