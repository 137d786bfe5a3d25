import { createRemoteReceiver, type RemoteChannel, type RemoteReceiver } from '@remote-ui/core';
import { createEndpoint, fromWebWorker, retain } from '@remote-ui/rpc';
import type { PortName } from '../../ports/host-ports.ts';
import type { FrameData } from '../../ports/ui-frame.ts';
import type { PageAction, PageCalls, PageLocation, PortAnswer, WorkerCalls } from '../protocol.ts';
import { hostState, noteChange, noteProblem, track } from './host-state.ts';

/** The page's end of the line to an extension. */
export type ExtensionLine = {
  readonly receiver: RemoteReceiver;
  moveTo(page: PageLocation): void;
  recordChanged(): void;
};

/** Asks a port of the server; a server that is away is an answer too. */
export async function askPort(frame: FrameData, name: PortName, asked: unknown): Promise<PortAnswer> {
  try {
    const response = await fetch(`/ui-host/frames/${frame.id}/ports/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked ?? {}),
    });
    return (await response.json()) as PortAnswer;
  } catch (error) {
    return { error: `UIH008: The host did not answer. ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Starts the worker, loads the extension into it and lets it draw. */
export function connectExtension(
  frame: FrameData,
  page: PageLocation,
  act: (action: PageAction, onClose?: () => void) => void | Promise<void>,
): ExtensionLine {
  const receiver = createRemoteReceiver();
  const worker = new Worker('/ui-host/worker.js', { name: frame.title });
  const endpoint = createEndpoint<WorkerCalls>(fromWebWorker(worker), {
    callable: ['start', 'render', 'moveTo', 'recordChanged'],
  });
  const calls: PageCalls = {
    port: (name, asked) => track(askPort(frame, name, asked)),
    act: async (action, onClose) => {
      retain(onClose);
      hostState.actions.push(action);
      noteChange();
      await act(action, onClose);
    },
    report: (problem) => {
      noteProblem(problem);
      return Promise.resolve();
    },
    log: (level, words) => {
      hostState.logs.push({ level, words });
      console[level](words);
      return Promise.resolve();
    },
  };
  endpoint.expose(calls);
  worker.addEventListener('error', (event) => {
    if (hostState.state !== 'loading') return;
    hostState.state = 'failed';
    noteProblem({ kind: 'host', message: `The worker did not start. ${event.message}` });
  });

  const line = endpoint.call as unknown as WorkerCalls;
  const receive = ((...message: unknown[]) => {
    noteChange();
    (receiver.receive as (...given: unknown[]) => void)(...message);
  }) as RemoteChannel;
  receiver.on('mount', () => {
    hostState.state = 'rendered';
    noteChange();
  });
  const begin = async (): Promise<void> => {
    const script = `/ui-host/frames/${frame.id}/extension.js`;
    const outcome = await line.start({ script, location: frame.location, context: frame.context, page });
    if (outcome === 'ready') return line.render(receive);
    hostState.state = 'failed';
    if (outcome === 'silent') {
      noteProblem({
        kind: 'error',
        message: 'UIH009: The extension never called hubspot.extend. Next: call it in the entry file.',
      });
    }
    noteChange();
  };
  track(begin()).catch((error: unknown) => {
    hostState.state = 'failed';
    noteProblem({ kind: 'host', message: error instanceof Error ? error.message : String(error) });
  });
  return {
    receiver,
    moveTo: (next) => void track(line.moveTo(next)),
    recordChanged: () => void track(line.recordChanged()),
  };
}
