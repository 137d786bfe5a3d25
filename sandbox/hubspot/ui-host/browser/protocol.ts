import type { RemoteChannel } from '@remote-ui/core';
import type { PortName } from '../ports/host-ports.ts';
import type { FrameContext, FrameLocation } from '../ports/ui-frame.ts';

/** Something that went wrong in an extension or around it. Tests read these. */
export type Problem = {
  readonly kind: 'render' | 'error' | 'rejection' | 'react' | 'component' | 'link' | 'host';
  readonly message: string;
  readonly stack?: string;
};

/** Where a "pages" extension is. */
export type PageLocation = { path: string; params: Record<string, string> };

/** What an action of the extension asks the page to do. */
export type PageAction =
  | { name: 'addAlert'; alert: { type?: string; message: string; title?: string } }
  | { name: 'reloadPage' }
  | { name: 'copyTextToClipboard'; text: string }
  | { name: 'closeOverlay'; id: string }
  | { name: 'navigateToPage'; to: string; params: Record<string, string> }
  | { name: 'openIframeModal'; uri: string; height: number; width: number; title: string; flush: boolean }
  | { name: 'refreshObjectProperties' };

/** A port's answer. */
export type PortAnswer = { value: unknown } | { error: string };

export type StartGiven = {
  readonly script: string;
  readonly location: FrameLocation;
  readonly context: FrameContext;
  readonly page: PageLocation;
};

/** What the worker lets the page call. */
export type WorkerCalls = {
  /** Loads the extension: "silent" where it never called `hubspot.extend`, "failed" where its script threw. */
  start(given: StartGiven): Promise<'ready' | 'silent' | 'failed'>;
  /** Draws it into the channel. */
  render(channel: RemoteChannel): Promise<void>;
  /** Tells a page router where it is now. */
  moveTo(page: PageLocation): Promise<void>;
  /** Tells that the record has changed: what was asked of it is asked again. */
  recordChanged(): Promise<void>;
};

/** What the page lets the worker call. */
export type PageCalls = {
  port(name: PortName, asked: unknown): Promise<PortAnswer>;
  act(action: PageAction, onClose?: () => void): Promise<void>;
  report(problem: Problem): Promise<void>;
  log(level: 'debug' | 'info' | 'warn' | 'error', words: string): Promise<void>;
};
