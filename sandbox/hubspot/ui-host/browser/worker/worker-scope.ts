/** The part of a worker's globals that the host uses. The DOM's types describe a window, which a worker is not. */
export type WorkerScope = {
  importScripts(address: string): void;
  addEventListener(name: string, listener: (event: Event) => void): void;
  removeEventListener(name: string, listener: (event: Event) => void): void;
  postMessage(message: unknown, transfer?: Transferable[]): void;
  [name: string]: unknown;
};

export const scope = globalThis as unknown as WorkerScope;
