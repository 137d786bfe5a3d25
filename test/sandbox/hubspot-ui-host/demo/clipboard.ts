// The package types an action by the browser's clipboard, which code for a worker has no types of.
declare global {
  interface Clipboard {
    writeText(words: string): Promise<void>;
  }
}

export {};
