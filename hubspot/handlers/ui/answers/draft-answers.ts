import { flatten } from '../../../../core/src/decide/index.ts';
import { policyOfText } from '../../../../core/src/author/run/snapshot-texts.ts';
import { hashText } from '../../../../core/src/author/run/hash-text.ts';
import { readConfiguration, rowsOfConfiguration } from '../../rules/configuration-rows.ts';
import { findTable, orderRows, type DraftRow } from '../../rules/draft-row.ts';
import { policyRowsOf } from '../../rules/policy-rows.ts';
import { publishDraft, rollBack, type PublishOutcome } from '../../rules/publish-draft.ts';
import { validateDraft } from '../../rules/read-validated-draft.ts';
import { rowProblemCodes } from '../../rules/row-problem-codes.ts';
import type { DraftRows, Revision, RuleProblem, RuleStore } from '../../rules/rule-store.ts';
import { answered, type UiAnswer } from '../ui-answer.ts';
import type { DraftForm, DraftRowForm, PublishedForm, RevisionForm } from '../ui-forms.ts';
import type { UiPortal } from './ui-portal.ts';

/** The draft as it stands in the portal, with everything that is wrong with it. */
export async function answerDraft(store: RuleStore): Promise<UiAnswer<DraftForm>> {
  const draft = await store.readDraft();
  const { problems, hash } = validateDraft(draft);
  const rows = shownRows(draft);
  return answered({ rows, version: versionOf(rows), problems: [...problems], hash, live: await store.findLive() });
}

/**
 * Replaces the draft by rows that somebody edited, if it is still what they saw. Problems of the policy do not keep it from being
 * saved, for a draft may be unfinished; what could not be read again does, so that nothing gets lost.
 */
export function saveDraft(portal: UiPortal, input: EditedRows): Promise<UiAnswer<DraftForm>> {
  return keepRows(portal, input, (learned) => learned);
}

/**
 * The same with points that were learned, and with who put them there.
 *
 * @param input.words what they were learned from
 */
export function saveLearned(
  portal: UiPortal,
  input: EditedRows & { readonly words: string },
  who: string,
): Promise<UiAnswer<DraftForm>> {
  const day = new Date(portal.now()).toISOString().slice(0, 10);
  return keepRows(portal, input, () => `${input.words}; put into the draft by ${who} on ${day}`);
}

/** Rows that somebody edited, and the state of the draft that they saw. */
type EditedRows = { readonly rows: readonly DraftRowForm[]; readonly version: string };

async function keepRows(
  portal: UiPortal,
  input: EditedRows,
  learnedAfter: (before: string | null) => string | null,
): Promise<UiAnswer<DraftForm>> {
  const before = await portal.store.readDraft();
  if (versionOf(shownRows(before)) !== input.version) {
    return { state: 'changedMeanwhile' };
  }
  const unreadable = unreadableRows(input.rows);
  if (unreadable.length > 0) {
    return { state: 'refused', problems: unreadable };
  }
  const rows = orderRows(input.rows as readonly DraftRow[]);
  const read = readConfiguration(rows);
  if (read.problems.length > 0) {
    return { state: 'refused', problems: read.problems };
  }
  const { access, learned } = before.configuration.settings;
  await portal.store.writeDraft(policyRowsOf(rows), {
    ...read.configuration,
    settings: { ...read.configuration.settings, access, learned: learnedAfter(learned) },
  });
  await portal.rulesChanged();
  return answerDraft(portal.store);
}

/**
 * Publishes the draft, if it is still what was looked at.
 *
 * @param heed is told the revision that decides from now on
 */
export async function publishLookedAt(
  portal: UiPortal,
  draftHash: string,
  publishedBy: string,
  heed: (live: Revision) => Promise<void>,
): Promise<UiAnswer<PublishedForm>> {
  const draft = validateDraft(await portal.store.readDraft());
  if (draft.hash !== null && draft.hash !== draftHash) {
    return { state: 'changedMeanwhile' };
  }
  const outcome: PublishOutcome = await publishDraft(portal.store, { publishedBy, now: portal.now() });
  if (outcome.kind === 'refused') {
    return { state: 'refused', problems: outcome.problems };
  }
  await heed(outcome.revision);
  return tellLive(portal.store, outcome.kind === 'published');
}

/** Makes an earlier revision the live one. */
export async function rollBackTo(
  portal: UiPortal,
  hash: string,
  heed: (live: Revision) => Promise<void>,
): Promise<UiAnswer<PublishedForm>> {
  const outcome = await rollBack(portal.store, hash);
  if (outcome.kind !== 'rolledBack') {
    return { state: 'notFound', isOfAnotherPortal: false };
  }
  await heed(outcome.revision);
  return tellLive(portal.store, true);
}

/** A published revision as rows, to compare or to bring back into the draft. */
export async function answerRevision(store: RuleStore, hash: string): Promise<UiAnswer<RevisionForm>> {
  const [revision, entries] = await Promise.all([store.readRevision(hash), store.listRevisions()]);
  const entry = entries.find((each) => each.hash === hash);
  return revision === null || entry === undefined
    ? { state: 'notFound', isOfAnotherPortal: false }
    : answered({ entry, rows: orderRows(flatten(policyOfText(revision.text))) });
}

async function tellLive(store: RuleStore, isNew: boolean): Promise<UiAnswer<PublishedForm>> {
  const live = (await store.listRevisions()).find((entry) => entry.isLive);
  return live === undefined ? { state: 'unavailable', retryAfterSeconds: 2 } : answered({ live, isNew });
}

/** All rows but the one that says who may do what: that is changed by giving rights, never by editing rules. */
function shownRows({ rows, configuration }: DraftRows): DraftRowForm[] {
  return [...rows, ...rowsOfConfiguration(configuration)]
    .filter((row) => !isAccessRow(row))
    .map(({ kind, position, cells }) => ({
      kind,
      position,
      cells: cells.map(({ column, text }) => ({ column, text })),
    }));
}

function isAccessRow(row: DraftRow): boolean {
  return row.kind === 'option' && row.cells.some(({ column, text }) => column === 'optionKey' && text === 'access');
}

function versionOf(rows: readonly DraftRowForm[]): string {
  return hashText(JSON.stringify(rows)).slice(0, 32);
}

/** Rows of no known kind, and cells of no known column. */
function unreadableRows(rows: readonly DraftRowForm[]): RuleProblem[] {
  return rows.flatMap((row): RuleProblem[] => {
    const about = `${row.kind} row ${row.position + 1}`;
    const table = findTable(row.kind);
    if (table === null) {
      return [
        {
          code: rowProblemCodes.unknownKind,
          about,
          found: 'a kind of row that there is not',
          next: 'Reload the page.',
        },
      ];
    }
    return row.cells
      .filter(({ column }) => !table.columns.some((known) => known.column === column))
      .map(({ column }) => ({
        code: rowProblemCodes.unknownColumn,
        about,
        found: `a column ${column.slice(0, 40)}, which there is not`,
        next: 'Reload the page.',
      }));
  });
}
