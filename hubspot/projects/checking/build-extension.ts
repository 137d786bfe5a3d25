import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import * as z from 'zod';
import { countCalls } from './count-calls.ts';

const manifestSchema = z.object({
  dataDeps: z.array(z.object({ properties: z.object({ type: z.string() }) })),
});

/** What HubSpot's own build makes of an entry point. */
export type BuiltExtension = {
  readonly bytes: number;
  /** How many questions about records HubSpot can ask ahead, because it could read them from the code. */
  readonly askedAhead: number;
  readonly problems: readonly string[];
};

/**
 * Builds an entry point as HubSpot does when a project is uploaded, into a folder that is thrown away.
 *
 * @param file the whole path of a built entry point; it may lie where the packages of the repository are found
 */
export async function buildExtension(file: string): Promise<BuiltExtension> {
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-uie-'));
  const warnings: string[] = [];
  const silenced = listenTo(warnings);
  try {
    await remoteBuild({ root: path.dirname(file), entryPoint: file, outputDir: folder, logLevel: 'silent' });
    const name = path.basename(file, '.js');
    const built = readFileSync(path.join(folder, `${name}.js`), 'utf8');
    const manifest: unknown = JSON.parse(readFileSync(path.join(folder, `${name}-manifest.json`), 'utf8'));
    const askedAhead = manifestSchema.parse(manifest).dataDeps.length;
    const called = countCalls(readFileSync(file, 'utf8'));
    const unread =
      called > askedAhead ? [`${called - askedAhead} of ${called} hooks cannot be read from the code.`] : [];
    return { bytes: Buffer.byteLength(built), askedAhead: askedAhead, problems: [...warnings, ...unread] };
  } catch (error) {
    return { bytes: 0, askedAhead: 0, problems: [...warnings, error instanceof Error ? error.message : String(error)] };
  } finally {
    silenced();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Its plugins warn on the console, whatever level of log is asked for. */
function listenTo(warnings: string[]): () => void {
  const { warn, error } = console;
  const keep = (...words: unknown[]): void => {
    warnings.push(words.map(String).join(' ').trim());
  };
  console.warn = keep;
  console.error = keep;
  return () => {
    console.warn = warn;
    console.error = error;
  };
}
