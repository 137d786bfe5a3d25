import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Another process has the embedded database open. */
export class FolderInUseError extends Error {
  readonly code = 'HSD003';
}

/** A folder that this process holds. */
export type HeldFolder = {
  /** Where the database's files are. */
  readonly databaseFolder: string;
  /** Whether whoever had it before was killed: the database was thrown away and is made again of the portal. */
  readonly isRebuildNeeded: boolean;
  /** To be called when the database is closed; only then the next start keeps it. */
  release(): void;
};

/**
 * Takes the folder of the embedded database for this process. A lock file names the holder; one whose holder is gone was left
 * by a killed process, and then the database may be torn, so it is thrown away.
 *
 * @throws FolderInUseError when the holder still runs
 */
export function holdFolder(folder: string, processId: number): HeldFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lockFile = path.join(folder, 'lock');
  const databaseFolder = path.join(folder, 'database');
  let isRebuildNeeded = false;
  for (;;) {
    try {
      writeFileSync(lockFile, String(processId), { flag: 'wx', mode: 0o600 });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        throw error;
      }
      const holder = holderOf(lockFile);
      if (holder !== null && holder !== processId && isRunning(holder)) {
        throw new FolderInUseError(
          `Process ${holder} has the embedded database in ${folder} open. Stop it, or set DATABASE_URL to run several.`,
        );
      }
      // A database that was being thrown away when its process was killed must not be taken for whole.
      rmSync(databaseFolder, { recursive: true, force: true });
      rmSync(lockFile, { force: true });
      isRebuildNeeded = true;
    }
  }
  return {
    databaseFolder,
    isRebuildNeeded: isRebuildNeeded || !existsSync(databaseFolder),
    release: () => rmSync(lockFile, { force: true }),
  };
}

function holderOf(lockFile: string): number | null {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'));
    return Number.isSafeInteger(holder) && holder > 0 ? holder : null;
  } catch {
    return null;
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
