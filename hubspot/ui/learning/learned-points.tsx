import {
  Accordion,
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { binWords } from '../../../core/src/author/learn/explain/bin-words.ts';
import { missingBin, otherBin } from '../../../core/src/decide/score/score-attributes.ts';
import type { LearnedAxisForm } from '../../handlers/learning/learning-forms.ts';
import { breakable } from '../words/shown-text.ts';
import { signedPoints } from '../words/signed-points.ts';
import { oddsWords } from './words.ts';

type Learned = Extract<LearnedAxisForm, { kind: 'learned' }>;
type Attribute = Learned['scorecard']['attributes'][number];

/** What moves most is what is asked for first. */
const openAtFirst = 2;

/** What each value is worth: the whole card, in the order of what it moves most. */
export function LearnedPoints({ axis }: { readonly axis: Learned }): ReactNode {
  const attributes = axis.scorecard.attributes.toSorted(
    (one, other) => spreadOf(other) - spreadOf(one) || (one.attributeKey < other.attributeKey ? -1 : 1),
  );
  return (
    <Flex direction="column" gap="xs">
      <Heading>Points of each value</Heading>
      <Text>Twenty points double the odds of winning; 0 is the average lead.</Text>
      {attributes.map((attribute, place) => (
        <Accordion
          key={attribute.attributeKey}
          defaultOpen={place < openAtFirst}
          title={`${attribute.label}: from ${signedPoints(leastOf(attribute))} to ${signedPoints(mostOf(attribute))}`}
          size="sm"
        >
          <PointTable attribute={attribute} />
        </Accordion>
      ))}
      {axis.signals.length > 0 && <SignalTable signals={axis.signals} />}
    </Flex>
  );
}

function PointTable({ attribute }: { readonly attribute: Attribute }): ReactNode {
  const rows = [
    ...attribute.bins.map(({ points, evidence }, place) => ({ place, points, evidence: String(evidence) })),
    { place: otherBin, points: attribute.otherPoints, evidence: '' },
    { place: missingBin, points: attribute.missingPoints, evidence: '' },
  ];
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>Value</TableHeader>
          <TableHeader align="right">Points</TableHeader>
          <TableHeader align="right">Odds</TableHeader>
          <TableHeader align="right">Leads behind it</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ place, points, evidence }) => (
          <TableRow key={place}>
            <TableCell>{breakable(binWords(attribute, place))}</TableCell>
            <TableCell align="right">{signedPoints(points)}</TableCell>
            <TableCell align="right">{oddsWords(points)}</TableCell>
            <TableCell align="right">{evidence}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function SignalTable({ signals }: { readonly signals: Learned['signals'] }): ReactNode {
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>What they did</TableHeader>
          <TableHeader align="right">Points each time</TableHeader>
          <TableHeader align="right">At most</TableHeader>
          <TableHeader align="right">Half of it after</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {signals.map((signal) => (
          <TableRow key={signal.signalKey}>
            <TableCell>{breakable(signal.label)}</TableCell>
            <TableCell align="right">{signedPoints(signal.points)}</TableCell>
            <TableCell align="right">{signal.capPoints}</TableCell>
            <TableCell align="right">{`${signal.halfLifeDays} days`}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function pointsOf({ bins, otherPoints, missingPoints }: Attribute): number[] {
  return [...bins.map(({ points }) => points), otherPoints, missingPoints];
}

function leastOf(attribute: Attribute): number {
  return Math.min(...pointsOf(attribute));
}

function mostOf(attribute: Attribute): number {
  return Math.max(...pointsOf(attribute));
}

function spreadOf(attribute: Attribute): number {
  return mostOf(attribute) - leastOf(attribute);
}
