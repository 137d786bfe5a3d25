import { existsSync } from 'node:fs';
import { guessMapping } from './guess-mapping.ts';
import { checkMapping, readMapping, type PlacedMapping } from './mapping.ts';
import { openRowFile } from './read-rows.ts';
import type { RunFolder } from './run-folder.ts';
import { RunError } from './run-message.ts';
import type { MappingOrigin, RunRequest, RunWatch } from './run-request.ts';
import { writeFileWhole } from './write-file.ts';

/**
 * The mapping of a run: the one that was given, else the one that lies in the folder and fits the columns (a person may
 * have edited it), else a guess, which is written there to be edited.
 */
export async function chooseMapping(
  request: Pick<RunRequest, 'leadsFile' | 'mapFile'>,
  folder: RunFolder,
  isNewRun: boolean,
  watch: Pick<RunWatch, 'onMapping'>,
): Promise<PlacedMapping> {
  const file = await openRowFile(request.leadsFile, '--leads');
  const kept = request.mapFile === null ? mappingOfFolder(folder, file.headers) : null;
  let origin: MappingOrigin = 'given';
  let placed: PlacedMapping;
  if (request.mapFile !== null) {
    placed = readMapping(request.mapFile);
  } else if (kept !== null) {
    origin = 'kept';
    placed = kept;
  } else {
    origin = 'guessed';
    const mapping = await guessMapping(file);
    placed = { mapping, place: () => folder.file('mapping.json') };
    if (isNewRun) {
      writeFileWhole(folder.file('mapping.json'), `${JSON.stringify(mapping, null, 2)}\n`);
    }
  }
  await file.rows.return(undefined);
  const messages = checkMapping(placed, file.headers, request.leadsFile);
  watch.onMapping(placed.mapping, file.headers, origin);
  if (messages.length > 0) {
    throw new RunError(messages);
  }
  return placed;
}

function mappingOfFolder(folder: RunFolder, headers: string[]): PlacedMapping | null {
  if (!existsSync(folder.file('mapping.json'))) {
    return null;
  }
  const placed = readMapping(folder.file('mapping.json'));
  const named = Object.keys(placed.mapping.columns);
  return named.length > 0 && named.some((header) => headers.includes(header)) ? placed : null;
}
