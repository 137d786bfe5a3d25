import type { PolicyRow } from '../../../core/src/decide/index.ts';
import type { Crm } from '../crm/crm.ts';
import type { PortalConfiguration } from '../portal/portal-settings.ts';
import { readConfiguration, rowsOfConfiguration } from './configuration-rows.ts';
import { draftFileName, readDraftFile, writeDraftFile, type ReadDraftFile } from './draft-file.ts';
import type { DraftRow } from './draft-row.ts';
import { FileFolder } from './file-folder.ts';
import { requireKeepable } from './keepable-rows.ts';
import { policyRowsOf } from './policy-rows.ts';
import { problemsFileName, problemsPage } from './problems-page.ts';
import {
  hashStartOf,
  pointerFileName,
  readPointer,
  readRevisionFile,
  revisionFileName,
  writePointer,
  writeRevisionFile,
  type EntryOfFile,
  type ReadRevisionFile,
} from './revision-file.ts';
import { revisionPage } from './revision-page.ts';
import { RuleStoreError } from './rule-store-error.ts';
import type { DraftRows, Revision, RevisionEntry, RuleProblem, RuleStore } from './rule-store.ts';

/**
 * Rules as files of the portal's file manager, for plans without custom objects. Each revision is a JSON file that the app
 * reads and a page that people read; `live.json` says which one decides.
 *
 * Files know no unique values: two who publish at the same instant may share a number. Both revisions are kept, the pointer
 * that was written last decides, and lists order them by their hash.
 */
export class FileRuleStore implements RuleStore {
  readonly form = 'files';
  readonly #folder: FileFolder;
  readonly #entries = new Map<string, EntryOfFile>();

  constructor(crm: Crm, folder = '/signalbox') {
    this.#folder = new FileFolder(crm, folder);
  }

  /** A folder comes into being with its first file, which is an empty draft. */
  async prepare(): Promise<void> {
    if ((await this.#folder.read(draftFileName)) === null) {
      await this.#folder.write(draftFileName, writeDraftFile([]));
    }
  }

  async readDraft(): Promise<DraftRows> {
    const read = await this.#readDraftFile();
    const { configuration, problems } = readConfiguration(read.rows);
    return { rows: policyRowsOf(read.rows), configuration, problems: [...read.problems, ...problems] };
  }

  /** One file, so all of it is written or nothing. */
  async writeDraft(rows: readonly PolicyRow[], configuration: PortalConfiguration): Promise<void> {
    const wanted: DraftRow[] = [...rows, ...rowsOfConfiguration(configuration)];
    requireKeepable(wanted);
    await this.#folder.writeChanged(draftFileName, writeDraftFile(wanted));
  }

  /** On a page of its own beside the draft. */
  async noteProblems(problems: readonly RuleProblem[]): Promise<void> {
    await this.#folder.writeChanged(problemsFileName, problemsPage(problems));
  }

  /** Reads every revision's file once: the entry of a file that is still the same is known. */
  async listRevisions(): Promise<RevisionEntry[]> {
    const pointer = await this.#folder.read(pointerFileName);
    const liveHash = pointer === null ? null : readPointer(pointer)?.hash;
    const entries: EntryOfFile[] = [];
    for (const file of await this.#folder.list((name) => hashStartOf(name) !== null)) {
      const key = `${file.id} ${file.name} ${file.updatedAt}`;
      const entry = this.#entries.get(key) ?? readRevisionFile((await this.#folder.readFile(file)) ?? '')?.entry;
      if (entry === undefined) continue;
      this.#entries.set(key, entry);
      entries.push(entry);
    }
    return entries
      .toSorted((one, other) => other.number - one.number || (one.hash < other.hash ? 1 : -1))
      .map((entry) => ({ ...entry, isLive: entry.hash === liveHash }));
  }

  /** Two calls: files have ids that only a listing tells. HSR008 where the pointer was changed: nothing can decide then. */
  async findLive(): Promise<RevisionEntry | null> {
    const content = await this.#folder.read(pointerFileName);
    if (content === null) return null;
    const live = readPointer(content);
    if (live === null) {
      throw new RuleStoreError(
        'unreadableRevision',
        `The file ${pointerFileName} was changed and names no revision any more.`,
        'Publish or roll back; that writes it anew.',
      );
    }
    return { ...live, isLive: true };
  }

  async readRevision(hash: string): Promise<Revision | null> {
    return (await this.#readRevisionFile(hash))?.revision ?? null;
  }

  async keepRevision(revision: Revision): Promise<void> {
    const present = await this.#readRevisionFile(revision.hash);
    const number = present?.entry.number ?? revision.number;
    if (present === null || present.revision === null) {
      const kept = { ...revision, ...present?.entry };
      await this.#folder.write(revisionFileName(kept, 'json'), writeRevisionFile(kept));
      await this.#folder.write(revisionFileName(kept, 'html'), revisionPage(kept));
    }
    const read = await this.readRevision(revision.hash);
    if (read === null || read.text !== revision.text) {
      throw new RuleStoreError(
        'cameBackOtherwise',
        `Revision ${number} came back from the portal with another text than was written.`,
        'Publish again. The revision that was live before still is.',
      );
    }
    await this.#folder.write(pointerFileName, writePointer(read));
  }

  async makeLive(hash: string): Promise<void> {
    const revision = await this.readRevision(hash);
    if (revision === null) {
      throw new RuleStoreError(
        'notHeld',
        `The portal holds no revision ${hash.slice(0, 12)} with the text that was published.`,
        'Choose another revision, or publish the draft. What was live still is.',
      );
    }
    await this.#folder.write(pointerFileName, writePointer(revision));
  }

  async #readDraftFile(): Promise<ReadDraftFile> {
    const content = await this.#folder.read(draftFileName);
    return content === null ? { rows: [], problems: [] } : readDraftFile(content);
  }

  async #readRevisionFile(hash: string): Promise<ReadRevisionFile | null> {
    for (const file of await this.#folder.list((name) => hashStartOf(name) === hash.slice(0, 12))) {
      const read = readRevisionFile((await this.#folder.readFile(file)) ?? '');
      if (read?.entry.hash === hash) return read;
    }
    return null;
  }
}
