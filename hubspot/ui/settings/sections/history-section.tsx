import {
  Alert,
  Button,
  ButtonRow,
  EmptyState,
  Flex,
  Heading,
  Modal,
  ModalBody,
  ModalFooter,
  StatusTag,
  Text,
  Tile,
  useExtensionActions,
} from '@hubspot/ui-extensions';
import { useMemo, useState, type ReactNode } from 'react';
import { findTable, type DraftRow } from '../../../handlers/rules/draft-row.ts';
import { policyRowsOf } from '../../../handlers/rules/policy-rows.ts';
import type { RevisionEntryForm } from '../../../handlers/ui/ui-forms.ts';
import type { Refused } from '../../backend/backend.ts';
import { useBackend } from '../../backend/backend-context.tsx';
import { useCall } from '../../backend/use-call.ts';
import { tellDifference } from '../../rules/difference.ts';
import { takeRevision } from '../../rules/take-revision.ts';
import { RefusedNotice } from '../../words/refused-notice.tsx';
import { useNow } from '../../words/use-now.ts';
import { writeInstant } from '../../words/write-instant.ts';
import { breakable, beginningOf } from '../../words/shown-text.ts';
import { ChoiceSelect } from '../inputs/choice-select.tsx';
import { Loading } from '../loading.tsx';
import { DifferenceView } from '../publishing/difference-view.tsx';
import { useRevision } from '../publishing/use-revision.ts';
import { useWorkspace } from '../workspace/workspace.ts';

const ofDraft = 'draft';

/** Every published revision: when, by whom, what was different, and the ways back. */
export function HistorySection(): ReactNode {
  const { content, refused, isLoading, reload } = useCall('revisions', {});
  if (content === null) {
    return refused === null ? isLoading && <Loading what="revisions" /> : <RefusedNotice refused={refused} />;
  }
  if (content.revisions.length === 0) {
    return (
      <EmptyState title="Nothing was published yet" layout="vertical">
        <Text>Once rules are published, every revision is kept here for ever.</Text>
      </EmptyState>
    );
  }
  return (
    <Flex direction="column" gap="md">
      {refused !== null && <RefusedNotice refused={refused} />}
      <RevisionList revisions={content.revisions} onChanged={reload} />
      <Compare revisions={content.revisions} />
    </Flex>
  );
}

type RevisionListProps = { readonly revisions: readonly RevisionEntryForm[]; readonly onChanged: () => void };

function RevisionList({ revisions, onChanged }: RevisionListProps): ReactNode {
  const { reader } = useWorkspace();
  const now = useNow(60_000);
  const [told, setTold] = useState<{ readonly title: string; readonly refused: Refused | null } | null>(null);
  return (
    <Flex direction="column" gap="sm">
      <Text>A published revision never changes. Decisions name the one that made them.</Text>
      {told !== null &&
        (told.refused === null ? (
          <Alert title={told.title} variant="success" />
        ) : (
          <RefusedNotice refused={told.refused} />
        ))}
      {revisions.map((entry) => (
        <Tile key={entry.hash} compact>
          <Flex justify="between" align="center" wrap gap="sm">
            <Flex direction="column" gap="flush">
              <Flex gap="sm" align="center">
                <Text format={{ fontWeight: 'demibold' }}>Revision {entry.number}</Text>
                {entry.isLive && <StatusTag variant="success">Live</StatusTag>}
              </Flex>
              <Text>
                {writeInstant(entry.publishedAt, reader, now)}, by {breakable(beginningOf(entry.publishedBy, 80))}
              </Text>
            </Flex>
            <WaysBack
              entry={entry}
              onTold={(title, refused) => {
                setTold({ title, refused });
                if (refused === null) onChanged();
              }}
            />
          </Flex>
        </Tile>
      ))}
    </Flex>
  );
}

type WaysBackProps = {
  readonly entry: RevisionEntryForm;
  readonly onTold: (title: string, refused: Refused | null) => void;
};

function WaysBack({ entry, onTold }: WaysBackProps): ReactNode {
  const { canEdit, canPublish, edit, publishedAs } = useWorkspace();
  const backend = useBackend();
  const actions = useExtensionActions<'settings'>();
  const [isBusy, setBusy] = useState(false);
  const modal = `roll-back-${entry.number}`;
  async function restore(): Promise<void> {
    setBusy(true);
    const result = await backend.call('revision', { hash: entry.hash });
    setBusy(false);
    if (result.state === 'refused') {
      onTold('', result);
      return;
    }
    edit(`Revision ${entry.number} restored`, (before) => takeRevision(before, result.content.rows));
    onTold(`The draft says now what revision ${entry.number} says. Save and publish it, or undo.`, null);
  }
  async function rollBack(): Promise<void> {
    actions.closeOverlay(modal);
    setBusy(true);
    const result = await backend.call('rollBack', { hash: entry.hash });
    setBusy(false);
    if (result.state === 'refused') {
      onTold('', result);
      return;
    }
    publishedAs(result.content.live);
    onTold(`Revision ${entry.number} is live again. The draft stayed as it was.`, null);
  }
  return (
    <ButtonRow>
      {canEdit && (
        <Button size="xs" disabled={isBusy} onClick={() => void restore()}>
          Restore {entry.number} into the draft
        </Button>
      )}
      {canPublish && !entry.isLive && (
        <Button
          size="xs"
          disabled={isBusy}
          overlay={
            <Modal id={modal} title={`Roll back to revision ${entry.number}?`} width="md">
              <ModalBody>
                <Text>
                  From the next lead on, revision {entry.number} decides again. The revision that is live now stays in
                  the history, and so do all decisions. The draft is not touched.
                </Text>
              </ModalBody>
              <ModalFooter>
                <ButtonRow>
                  <Button variant="primary" onClick={() => void rollBack()}>
                    Roll back to {entry.number}
                  </Button>
                  <Button onClick={() => actions.closeOverlay(modal)}>Keep what is live</Button>
                </ButtonRow>
              </ModalFooter>
            </Modal>
          }
        >
          Roll back to {entry.number}…
        </Button>
      )}
    </ButtonRow>
  );
}

/** Two states of the rules beside each other, told in sentences. */
function Compare({ revisions }: { readonly revisions: readonly RevisionEntryForm[] }): ReactNode {
  const { draft, reader } = useWorkspace();
  const now = useNow(null);
  const live = revisions.find(({ isLive }) => isLive) ?? revisions[0]!;
  const [from, setFrom] = useState(live.hash);
  const [to, setTo] = useState(ofDraft);
  const before = useRevision(from === ofDraft ? null : from);
  const after = useRevision(to === ofDraft ? null : to);
  const rowsBefore = from === ofDraft ? policyRowsOf(draft.rows) : knownRows(before.content?.rows);
  const rowsAfter = to === ofDraft ? policyRowsOf(draft.rows) : knownRows(after.content?.rows);
  const changes = useMemo(
    () => (rowsBefore === null || rowsAfter === null ? null : tellDifference(rowsBefore, rowsAfter)),
    [before.content, after.content, draft, from, to],
  );
  const choices = [
    { label: 'The draft', value: ofDraft },
    ...revisions.map(({ number, hash, publishedAt }) => ({
      label: `Revision ${number}, ${writeInstant(publishedAt, reader, now)}`,
      value: hash,
    })),
  ];
  const refused = before.refused ?? after.refused;
  const common = { choices, empty: null, readOnly: false, trouble: null };
  return (
    <Flex direction="column" gap="sm">
      <Heading>What is different</Heading>
      <Flex gap="md" wrap>
        <ChoiceSelect
          {...common}
          name="compare-from"
          label="From"
          value={from}
          onValue={(value) => setFrom(value ?? from)}
        />
        <ChoiceSelect {...common} name="compare-to" label="To" value={to} onValue={(value) => setTo(value ?? to)} />
      </Flex>
      {refused !== null && <RefusedNotice refused={refused} />}
      {changes === null ? (
        refused === null && <Loading what="revisions" />
      ) : (
        <DifferenceView changes={changes} none="Both say the same" />
      )}
    </Flex>
  );
}

function knownRows(rows: readonly { readonly kind: string }[] | undefined): DraftRow[] | null {
  return rows === undefined ? null : (rows.filter(({ kind }) => findTable(kind) !== null) as DraftRow[]);
}
