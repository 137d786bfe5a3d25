import { Alert, Button, Flex, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { cellText } from '../../handlers/rules/draft-row.ts';
import { isForbidden } from '../backend/backend.ts';
import { rowsOf } from '../rules/draft.ts';
import { LongText } from '../words/long-text.tsx';
import { RefusedNotice } from '../words/refused-notice.tsx';
import { Loading } from '../settings/loading.tsx';
import { useWorkspace } from '../settings/workspace/workspace.ts';
import type { HereLearner } from './here-learner.ts';
import { LearningControls } from './learning-controls.tsx';
import type { Learning } from './learning-state.ts';
import { LearnedResult } from './learned-result.tsx';
import { useHereLearning, useServerLearning } from './use-learning.ts';

type SectionProps = { readonly portalId: number };

/** Points of fit and engagement out of the portal's own won and lost leads. */
export function LearningSection({ portalId }: SectionProps): ReactNode {
  const { learner } = useWorkspace();
  return learner === null ? <OnServer portalId={portalId} /> : <InPage portalId={portalId} learner={learner} />;
}

function OnServer({ portalId }: SectionProps): ReactNode {
  return <LearningView learning={useServerLearning()} portalId={portalId} isHere={false} />;
}

function InPage({ portalId, learner }: SectionProps & { readonly learner: HereLearner }): ReactNode {
  const { live } = useWorkspace();
  return <LearningView learning={useHereLearning(learner, live?.hash ?? null)} portalId={portalId} isHere />;
}

type ViewProps = SectionProps & {
  readonly learning: Learning;
  /** Whether it ends when the page is closed. */
  readonly isHere: boolean;
};

export function LearningView({ learning, portalId, isHere }: ViewProps): ReactNode {
  const { draft } = useWorkspace();
  const option = rowsOf(draft, 'option').find((row) => cellText(row, 'optionKey') === 'learned');
  const learned = option === undefined ? null : cellText(option, 'optionText');
  const { refused, problem, result } = learning;
  return (
    <Flex direction="column" gap="md">
      <Text>
        Looks at what became of the contacts of this portal and works out how many points of fit and engagement each
        value was worth. It says what is wrong with the history first, and learns nothing from one that cannot support
        it. What it finds is a draft: nothing decides by it before somebody publishes.
      </Text>
      {learned !== null && <LongText variant="microcopy">{`Last: ${learned}.`}</LongText>}
      {learning.state !== 'loading' && <LearningControls learning={learning} isHere={isHere} />}
      {learning.state === 'loading' && refused === null && <Loading what="what was learned last" />}
      {refused !== null && (
        <Flex direction="column" gap="xs" align="start">
          <RefusedNotice refused={refused} />
          {learning.goOn === null && !isForbidden(refused) && <Button onClick={learning.reload}>Try again</Button>}
        </Flex>
      )}
      {problem !== null && (
        <Alert title={problem.found} variant="error">
          <Text>
            {problem.next} ({problem.code})
          </Text>
        </Alert>
      )}
      {result !== null && <LearnedResult learned={result} portalId={portalId} />}
    </Flex>
  );
}
