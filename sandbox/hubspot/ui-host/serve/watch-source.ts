import { stat } from 'node:fs/promises';
import { bundleExtension } from '../bundle/bundle-extension.ts';
import type { ExtensionSource } from '../ports/ui-frame.ts';

const pauseMillis = 400;

/**
 * Tells each time a file of an extension is written, until what it returns is called. The files are looked at in turn: that works
 * on every disk.
 */
export function watchSource(source: ExtensionSource, tell: () => void): () => void {
  let isWatching = true;
  const watch = async (): Promise<void> => {
    let files = await filesOf(source, [source.file]);
    let last = await stampOf(files);
    while (isWatching) {
      await new Promise((resolve) => setTimeout(resolve, pauseMillis).unref());
      if ((await stampOf(files)) === last) continue;
      files = await filesOf(source, files);
      last = await stampOf(files);
      if (isWatching) tell();
    }
  };
  void watch();
  return () => {
    isWatching = false;
  };
}

/** A change may bring new files; while nothing compiles, those of before are watched. */
async function filesOf(source: ExtensionSource, before: readonly string[]): Promise<readonly string[]> {
  return bundleExtension(source).then(
    (bundle) => bundle.files,
    () => before,
  );
}

async function stampOf(files: readonly string[]): Promise<string> {
  const times = files.map((file) =>
    stat(file).then(
      (each) => each.mtimeMs,
      () => 0,
    ),
  );
  return (await Promise.all(times)).join(' ');
}
