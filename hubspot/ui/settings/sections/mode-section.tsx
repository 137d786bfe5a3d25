import { Alert, Button, Flex, Heading, StatusTag, Text, Tile } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { cellText } from '../../../handlers/rules/draft-row.ts';
import { rowsOf } from '../../rules/draft.ts';
import { setMode } from '../../rules/set-mode.ts';
import { useNow } from '../../words/use-now.ts';
import { RowNotices } from '../rows/row-notices.tsx';
import { troubleOf } from '../inputs/problem-words.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { modeHelps, modeKeys, modeOf, type ModeKey } from './mode-words.ts';

/** How much Signalbox does: from only watching to acting, a step at a time. */
export function ModeSection(): ReactNode {
  const { draft, base, checked, canEdit, edit, goTo } = useWorkspace();
  const now = useNow(60_000);
  const row = rowsOf(draft, 'setting').find((each) => cellText(each, 'settingKey') === 'mode');
  const mode = modeOf(draft.rows);
  const choose = (next: ModeKey): void => edit(`Mode: ${next}`, (before) => setMode(before, base, next, now));
  const trouble = row === undefined ? null : troubleOf(checked.byRow.get(row.id), 'settingText');
  return (
    <Flex direction="column" gap="md">
      <Text>
        Installing Signalbox never changes a lead by surprise. Watch first, then let it suggest, then let it act. A mode
        counts when the rules are published.
      </Text>
      {row !== undefined && <RowNotices ids={[row.id]} />}
      {trouble !== null && <Alert title={trouble} variant="error" />}
      {modeKeys.map((each) => (
        <Tile key={each}>
          <Flex direction="column" gap="xs" align="start">
            <Flex gap="sm" align="center">
              <Heading>{modeHelps[each].title}</Heading>
              {each === mode && <StatusTag variant="success">Chosen in the draft</StatusTag>}
            </Flex>
            {modeHelps[each].lines.map((line) => (
              <Text key={line}>{line}</Text>
            ))}
            {canEdit && each !== mode && (
              <Button size="sm" onClick={() => choose(each)}>
                Choose {modeHelps[each].title.toLowerCase()}
              </Button>
            )}
          </Flex>
        </Tile>
      ))}
      <Button variant="transparent" onClick={() => goTo({ section: 'publish', rowId: null })}>
        Go to publishing
      </Button>
    </Flex>
  );
}
