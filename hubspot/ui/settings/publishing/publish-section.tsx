import {
  Alert,
  Button,
  ButtonRow,
  Checkbox,
  Divider,
  Flex,
  Heading,
  LoadingButton,
  Text,
} from '@hubspot/ui-extensions';
import { useMemo, useState, type ReactNode } from 'react';
import type { DraftRow } from '../../../handlers/rules/draft-row.ts';
import { findTable } from '../../../handlers/rules/draft-row.ts';
import { policyRowsOf } from '../../../handlers/rules/policy-rows.ts';
import type { PublishedForm } from '../../../handlers/ui/ui-forms.ts';
import type { Refused } from '../../backend/backend.ts';
import { useBackend } from '../../backend/backend-context.tsx';
import { tellDifference } from '../../rules/difference.ts';
import { RefusedNotice } from '../../words/refused-notice.tsx';
import { Loading } from '../loading.tsx';
import { modeOf, modeStepWords } from '../sections/mode-words.ts';
import { useWorkspace } from '../workspace/workspace.ts';
import { DifferenceView } from './difference-view.tsx';
import { DryRunView } from './dry-run-view.tsx';
import { ProblemList } from './problem-list.tsx';
import { useRevision } from './use-revision.ts';

const changedMeanwhile = 'HSW021';

/** Everything to know before the draft decides about leads, and the button that makes it so. */
export function PublishSection({ portalId }: { readonly portalId: number }): ReactNode {
  const workspace = useWorkspace();
  const { draft, live, checked, isDirty, isBusy, canEdit, canPublish, hash, reload, save, publishedAs } = workspace;
  const backend = useBackend();
  const revision = useRevision(live?.hash ?? null);
  const [isPublishing, setPublishing] = useState(false);
  const [published, setPublished] = useState<PublishedForm | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [isUnderstood, setUnderstood] = useState(false);
  const before = useMemo(
    () => (live === null ? [] : knownRows(revision.content?.rows ?? null)),
    [live, revision.content],
  );
  const changes = useMemo(
    () => (before === null ? null : tellDifference(before, policyRowsOf(draft.rows))),
    [before, draft],
  );
  const step = before === null ? null : modeStepWords(live === null ? null : modeOf(before), modeOf(draft.rows));

  async function publish(): Promise<void> {
    if (hash === null) return;
    setPublishing(true);
    setPublished(null);
    const result = await backend.call('publish', { draftHash: hash });
    setPublishing(false);
    setRefused(result.state === 'refused' ? result : null);
    if (result.state === 'answered') {
      setPublished(result.content);
      setUnderstood(false);
      publishedAs(result.content.live);
    } else if (result.code === changedMeanwhile) {
      await reload();
    }
  }

  const isReady = !isDirty && hash !== null && checked.problems.length === 0 && changes !== null && changes.length > 0;
  return (
    <Flex direction="column" gap="md">
      {published !== null && (
        <Alert title={`Published as revision ${published.live.number}`} variant="success">
          <Text>
            {published.isNew
              ? 'The next lead is decided by it. Earlier decisions stand as they were.'
              : 'These rules were published before: that revision is the live one again.'}
          </Text>
        </Alert>
      )}
      {refused !== null && (
        <Flex direction="column" gap="xs">
          <RefusedNotice refused={refused} />
          {refused.code === changedMeanwhile && (
            <Text>The newest rules are loaded. Look at the difference below and publish again.</Text>
          )}
          {refused.problems.map((problem, place) => (
            <Text key={place}>
              {problem.about}: {problem.found} {problem.next} ({problem.code})
            </Text>
          ))}
        </Flex>
      )}
      <Heading>Problems</Heading>
      <ProblemList />
      <Divider />
      <Heading>
        {live === null ? 'What is published for the first time' : `Difference to live revision ${live.number}`}
      </Heading>
      {revision.refused !== null && <RefusedNotice refused={revision.refused} />}
      {changes === null ? (
        revision.refused === null && <Loading what="the live revision" />
      ) : live === null ? (
        <Text>Nothing is live yet. Publishing makes these rules decide.</Text>
      ) : (
        <DifferenceView changes={changes} none={`The draft says what revision ${live.number} says`} />
      )}
      <Divider />
      <DryRunView portalId={portalId} />
      <Divider />
      {canPublish && (
        <>
          <Heading>Publish</Heading>
          {step !== null && (
            <Alert title={step.title} variant={step.isDaring ? 'warning' : 'info'}>
              <Flex direction="column" gap="sm">
                {step.lines.map((line) => (
                  <Text key={line}>{line}</Text>
                ))}
                {step.isDaring && (
                  <Checkbox name="mode-understood" checked={isUnderstood} onChange={setUnderstood}>
                    {step.consent}
                  </Checkbox>
                )}
              </Flex>
            </Alert>
          )}
          <ButtonRow>
            {isDirty && canEdit ? (
              <LoadingButton variant="primary" loading={isBusy} onClick={() => void save()}>
                Save the draft first
              </LoadingButton>
            ) : (
              <LoadingButton
                variant="primary"
                loading={isPublishing}
                disabled={!isReady || (step?.isDaring === true && !isUnderstood)}
                onClick={() => void publish()}
              >
                Publish it
              </LoadingButton>
            )}
            <Button disabled={isBusy} onClick={() => void reload()}>
              Look again
            </Button>
          </ButtonRow>
          {!isReady && <Text variant="microcopy">{waitingWords(workspace, changes?.length ?? null)}</Text>}
        </>
      )}
      {!canPublish && <Text>You may not publish. Somebody with the right to publish sees this draft here.</Text>}
    </Flex>
  );
}

/** Why nothing can be published now. */
function waitingWords({ isDirty, checked, hash }: ReturnType<typeof useWorkspace>, changes: number | null): string {
  if (checked.problems.length > 0) return 'Problems have to be mended first.';
  if (isDirty) return 'Only what is saved can be published.';
  if (changes === 0) return 'There is nothing new to publish.';
  if (changes === null) return 'The live revision is being loaded.';
  return hash === null ? 'The draft is being read. Look again in a moment.' : '';
}

/** Rows of kinds that this version knows. */
function knownRows(rows: readonly { readonly kind: string }[] | null): DraftRow[] | null {
  return rows === null ? null : (rows.filter(({ kind }) => findTable(kind) !== null) as DraftRow[]);
}
