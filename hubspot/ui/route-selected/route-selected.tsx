import {
  Alert,
  Button,
  ErrorState,
  Flex,
  ProgressBar,
  Text,
  type BulkActionsContext,
  type ExtensionPointApiActions,
} from '@hubspot/ui-extensions';
import { useMemo, type ReactNode } from 'react';
import { contactTypeId } from '../../handlers/events/object-types.ts';
import { useCall } from '../backend/use-call.ts';
import { mayActOf } from '../score-card/may-act.ts';
import { countOf } from '../words/count-of.ts';
import { RefusedNotice } from '../words/refused-notice.tsx';
import { leftOf } from './outcomes.ts';
import { Results } from './results.tsx';
import { useRun, type Running } from './use-run.ts';
import { isReady, WhatHappens } from './what-happens.tsx';

export type BulkActions = Pick<ExtensionPointApiActions<'crm.bulkActions'>, 'reloadPage'>;

type RouteSelectedProps = { readonly context: BulkActionsContext; readonly actions: BulkActions };

/** "Score and route" for the contacts that are selected in a list. */
export function RouteSelected({ context, actions }: RouteSelectedProps): ReactNode {
  if (context.crm.objectTypeId !== contactTypeId) {
    return (
      <ErrorState title="Only contacts are scored and routed">
        <Text>Select contacts instead. Nothing was done.</Text>
      </ErrorState>
    );
  }
  return <Selected context={context} actions={actions} />;
}

function Selected({ context, actions }: RouteSelectedProps): ReactNode {
  const selected = context.crm.objectIds.join(',');
  const ids = useMemo(() => [...new Set(selected.split(',').filter((id) => id !== ''))], [selected]);
  const status = useCall('status', {});
  const access = useCall('access', {});
  const mayAct = mayActOf(access);
  const run = useRun(ids);
  const left = leftOf(ids, run.outcomes).length;
  if (ids.length === 0) {
    return (
      <ErrorState title="No contacts are selected">
        <Text>Select some in the list and begin again.</Text>
      </ErrorState>
    );
  }
  return (
    <Flex direction="column" gap="md">
      <Text format={{ fontWeight: 'demibold' }}>
        {countOf(ids.length, 'contact is', 'contacts are')} selected. Each is scored and routed by the live rules.
      </Text>
      <WhatHappens status={status} />
      {mayAct.state === 'mayNot' && status.refused === null ? <Alert title={mayAct.words} variant="info" /> : null}
      {run.state === 'ready' ? null : <Progress run={run} done={ids.length - left} all={ids.length} />}
      {run.endedBy === null ? null : <RefusedNotice refused={run.endedBy} />}
      <Results ids={ids} outcomes={run.outcomes} portalId={context.portal.id} />
      <Flex gap="sm" wrap="wrap">
        <Controls run={run} left={left} mayStart={isReady(status) && mayAct.state === 'may'} />
        {run.outcomes.size > 0 && run.state === 'ended' ? (
          <Button onClick={() => actions.reloadPage()}>Reload the list</Button>
        ) : null}
      </Flex>
    </Flex>
  );
}

function Progress({
  run,
  done,
  all,
}: {
  readonly run: Running;
  readonly done: number;
  readonly all: number;
}): ReactNode {
  const isWhole = done === all;
  return (
    <ProgressBar
      title={isWhole ? 'All are done' : run.state === 'ended' ? 'Stopped' : 'Scoring and routing'}
      aria-label="Contacts that are done"
      value={done}
      maxValue={all}
      valueDescription={`${done} of ${countOf(all, 'contact')}`}
      variant={isWhole || run.state === 'running' ? 'success' : 'warning'}
    />
  );
}

function Controls({
  run,
  left,
  mayStart,
}: {
  readonly run: Running;
  readonly left: number;
  readonly mayStart: boolean;
}): ReactNode {
  switch (run.state) {
    case 'ready':
      return (
        <Button variant="primary" disabled={!mayStart} onClick={run.start}>
          Score and route {countOf(left, 'contact')}
        </Button>
      );
    case 'running':
      return <Button onClick={run.stop}>Stop</Button>;
    case 'stopping':
      return <Button disabled>Stopping…</Button>;
    case 'ended':
      return left === 0 ? null : (
        <Button variant="primary" onClick={run.start}>
          Go on with {left === 1 ? 'the one' : `the ${left}`} left
        </Button>
      );
  }
}
