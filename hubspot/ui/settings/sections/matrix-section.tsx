import { AutoGrid, Flex, Heading, Text, Tile } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { cellText } from '../../../handlers/rules/draft-row.ts';
import type { NamedRow } from '../../../handlers/rules/row-names.ts';
import { rowsOf } from '../../rules/draft.ts';
import { CellInput } from '../inputs/cell-input.tsx';
import { RowNotices } from '../rows/row-notices.tsx';
import { useWorkspace } from '../workspace/workspace.ts';

/** The eight cells of fit × engagement × confidence, each with where it sends a lead and what it is called. */
export function MatrixSection(): ReactNode {
  const { draft, checked } = useWorkspace();
  const cells = rowsOf(draft, 'cell');
  const { fitHigh, engagementHigh, lowConfidence } = checked.policy.thresholds;
  return (
    <Flex direction="column" gap="sm">
      <Text>
        Where no rule is met, fit, engagement and confidence decide together. Fit is high from {fitHigh}, engagement
        from {engagementHigh}, confidence from {lowConfidence} (Points → Thresholds).
      </Text>
      <RowNotices ids={cells.map(({ id }) => id)} />
      <AutoGrid columnWidth={340} flexible gap="sm">
        {quartersOf(cells).map((quarter) => (
          <Tile key={quarter[0]!.id}>
            <Flex direction="column" gap="sm">
              <Heading>
                {titleOf(quarter[0]!, 'fit')}, {titleOf(quarter[0]!, 'engagement').toLowerCase()}
              </Heading>
              {quarter.map((row) => (
                <AutoGrid key={row.id} columnWidth={140} flexible gap="sm">
                  <CellInput row={row} column="destinationKey" label={`${titleOf(row, 'confidence')}: goes to`} />
                  <CellInput
                    row={row}
                    column="bucket"
                    label={`${titleOf(row, 'confidence')}: is called`}
                    description=""
                  />
                </AutoGrid>
              ))}
            </Flex>
          </Tile>
        ))}
      </AutoGrid>
    </Flex>
  );
}

/** The cells by fit and engagement. In each, confidence decides. */
function quartersOf(cells: readonly NamedRow[]): NamedRow[][] {
  const quarters = Map.groupBy(cells, (row) => `${cellText(row, 'fit') ?? ''} ${cellText(row, 'engagement') ?? ''}`);
  return [...quarters.values()];
}

/** "High confidence" */
function titleOf(row: NamedRow, axis: string): string {
  const band = cellText(row, axis) ?? 'no';
  return `${band.charAt(0).toUpperCase()}${band.slice(1)} ${axis}`;
}
