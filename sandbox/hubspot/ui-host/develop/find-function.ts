import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { UiHostError } from '../ports/ui-host-error.ts';

const metadata = z.object({ uid: z.string(), config: z.object({ entrypoint: z.string() }) });

/**
 * The file of an app function: the entrypoint of the metadata with that uid, or the file of that name.
 *
 * @throws UiHostError UIH014 there is none
 */
export function findFunction(folder: string, name: string): string {
  for (const file of readdirSync(folder).filter((each) => each.endsWith('-hsmeta.json'))) {
    const read = metadata.safeParse(JSON.parse(readFileSync(path.join(folder, file), 'utf8')));
    if (!read.success || read.data.uid !== name) continue;
    // HubSpot names it from the project's root; it lies in the folder of its metadata.
    return path.join(folder, path.basename(read.data.config.entrypoint));
  }
  const named = path.join(folder, `${path.basename(name)}.js`);
  if (existsSync(named)) return named;
  throw new UiHostError('UIH014', `"${folder}" has no function "${name}". Next: build the functions into it.`);
}
