import { Flex, Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
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
      <Table density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>Fit</TableHeader>
            <TableHeader>Engagement</TableHeader>
            <TableHeader>Confidence</TableHeader>
            <TableHeader>Goes to</TableHeader>
            <TableHeader>Is called</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {cells.map((row) => (
            <TableRow key={row.id}>
              {['fit', 'engagement', 'confidence'].map((axis) => (
                <TableCell key={axis}>
                  <Text>{cellText(row, axis) ?? ''}</Text>
                </TableCell>
              ))}
              <TableCell>
                <CellInput row={row} column="destinationKey" label={`To, for ${cellName(row)}`} description="" />
              </TableCell>
              <TableCell>
                <CellInput row={row} column="bucket" label={`Name, for ${cellName(row)}`} description="" />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}

/** "high fit, low engagement, high confidence" */
function cellName(row: NamedRow): string {
  return ['fit', 'engagement', 'confidence'].map((axis) => `${cellText(row, axis) ?? 'no'} ${axis}`).join(', ');
}
