import { Alert, Button, Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import type { LearnedForm } from '../../handlers/learning/learning-forms.ts';
import { withLearned } from '../rules/with-learned.ts';
import { countOf } from '../words/count-of.ts';
import { axisTitles } from '../words/axis-words.ts';
import { useWorkspace } from '../settings/workspace/workspace.ts';
import { dayWords } from './words.ts';

/** Nothing decides by it before somebody publishes, which goes the usual way. */
export function PutIntoDraft({ learned }: { readonly learned: LearnedForm }): ReactNode {
  const { canEdit, isBusy, isDirty, live, goTo, putLearned } = useWorkspace();
  const [isPut, setPut] = useState(false);
  const titles = learned.axes.flatMap((card) => (isBetter(card) ? [axisTitles[card.axis]] : []));
  if (titles.length === 0) {
    return (
      <Alert
        title={
          learned.axes.some(({ kind }) => kind === 'learned')
            ? 'Nothing better was learned, and the present points stay'
            : 'Nothing was learned, and the present points stay'
        }
        variant="warning"
      >
        <Text>Why, and what to do about it, stands below.</Text>
      </Alert>
    );
  }
  const from = `Learned from ${countOf(learned.leadCount, 'contact')} that came in from ${dayWords(learned.firstArrivalAt, 'en-GB')} to ${dayWords(learned.lastArrivalAt, 'en-GB')}`;
  const put = async (): Promise<void> => setPut(await putLearned((draft) => withLearned(draft, learned), from));
  return (
    <Flex direction="column" gap="xs" align="start">
      {live !== null && live.hash !== learned.policyHash && (
        <Alert title="Another revision is live by now" variant="warning">
          <Text>It was learned beside the one before. Its comparison with the present points is not of today.</Text>
        </Alert>
      )}
      {canEdit ? (
        <LoadingButton variant="primary" loading={isBusy} disabled={isDirty} onClick={() => void put()}>
          {`Put ${titles.join(' and ').toLowerCase()} into the draft`}
        </LoadingButton>
      ) : (
        <Text>Who may edit the rules can put this into the draft.</Text>
      )}
      {canEdit && isDirty && !isPut && <Text variant="microcopy">Save or undo your changes first.</Text>}
      {isPut && (
        <Alert title="It is in the draft" variant="success">
          <Flex direction="column" gap="xs" align="start">
            <Text>Undo takes it back. Look at the difference, try it on your newest contacts, then publish.</Text>
            <Button onClick={() => goTo({ section: 'publish', rowId: null })}>Difference and dry run…</Button>
          </Flex>
        </Alert>
      )}
    </Flex>
  );
}

/** There is nothing to gain by a card that orders later leads no better, and one that people know is worth something. */
function isBetter(card: LearnedForm['axes'][number]): boolean {
  return card.kind === 'learned' && !card.isNoBetterThanToday;
}
