import { AutoGrid } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { CardAxis } from '../../handlers/card/card-data.ts';
import { useReading } from '../words/reading.tsx';
import { Lines } from './lines.tsx';
import { reasonLines } from './reason-lines.ts';

/** What counted most for each score, for and against. */
export function Reasons({ axes }: { readonly axes: readonly CardAxis[] }): ReactNode {
  const words = useReading();
  const told = axes.filter(({ reasons }) => reasons.length > 0);
  if (told.length === 0) {
    return null;
  }
  return (
    <AutoGrid columnWidth={240} flexible gap="sm">
      {told.map((axis) => (
        <Lines
          key={axis.axis}
          title={`Why ${axis.axis} is ${axis.score ?? 'not known'}`}
          lines={reasonLines(axis, words.line)}
        />
      ))}
    </AutoGrid>
  );
}
