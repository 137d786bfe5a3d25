import { defaultFields } from '../../../../core/src/author/learn/default-fields.ts';
import { prepare } from '../../../../core/src/decide/policy/prepare.ts';
import type { Org } from '../org/org.ts';
import { instantOrNull, textOrNull } from '../org/read-values.ts';
import { Problem } from '../problem.ts';
import type { KeptHistory, ReadState } from './kept-history.ts';
import { ListedDomains } from './listed-domains.ts';
import type { Question } from './question.ts';
import { factsOf, type LeadSource } from './lead-sources.ts';
import { readSlice, type Reading } from './read-slice.ts';
import { planSlices } from './slices.ts';

/** A whole history is taken again for so long; then it is read anew. */
const freshFor = 86_400_000;
/** So many leads are kept in one file: an interrupted read loses no more than these. */
const usualSlice = 20_000;

export type HistoryRequest = {
  /** Reads again what is there already. */
  readonly isFresh: boolean;
  /** The day of looking; null goes on with that of an interrupted read, else takes now. */
  readonly asOf: number | null;
  readonly now: number;
  readonly newSalt: () => string;
  /** How many leads, about, are kept in one file. */
  readonly sliceSize?: number;
  readonly onProgress: (done: number, total: number) => void;
};

/** A history that lies in its folder, whole, and how it came there. */
export type ReadHistory = { readonly state: ReadState; readonly origin: 'read' | 'goneOn' | 'kept' };

/**
 * Reads an org's past leads into a folder. What an interrupted read of the same question left is not read again, and a whole one of the
 * last day is taken as it is.
 */
export async function readHistory(
  org: Org,
  question: Question,
  kept: KeptHistory,
  request: HistoryRequest,
): Promise<ReadHistory> {
  const earlier = request.isFresh ? null : usable(kept.state(), question, request);
  if (earlier !== null && earlier.finishedAt !== null) return { state: earlier, origin: 'kept' };
  const trackedSince = await readTrackedSince(org);
  const taught = new Set(defaultFields(question.policy).map(({ fieldKey }) => fieldKey));
  const untracked = untrackedFields(question, trackedSince, taught);
  const state = earlier ?? (await beginRead(org, question, kept, request, untracked));
  const total = state.slices.reduce((sum, { count }) => sum + count, 0);
  const reading: Reading = {
    org,
    question,
    prepared: prepare(question.policy),
    taught,
    listed: await ListedDomains.of(org),
    trackedSince,
    salt: state.salt ?? '',
    asOf: state.asOf,
    now: request.now,
  };
  let done = 0;
  for (const [place, slice] of state.slices.entries()) {
    if (!slice.isRead) {
      const before = done;
      kept.keep(place, await readSlice(reading, slice, (count) => request.onProgress(before + count, total)));
      slice.isRead = true;
      kept.save(state);
    }
    done += slice.count;
    request.onProgress(done, total);
  }
  const whole = { ...state, finishedAt: request.now, salt: null };
  kept.save(whole);
  return { state: whole, origin: earlier === null ? 'read' : 'goneOn' };
}

function usable(state: ReadState | null, question: Question, { asOf, now }: HistoryRequest): ReadState | null {
  const isUsable =
    state !== null &&
    state.question === question.fingerprint &&
    (asOf === null || asOf === state.asOf) &&
    (state.finishedAt === null ? state.salt !== null : now - state.finishedAt < freshFor);
  return isUsable ? state : null;
}

async function beginRead(
  org: Org,
  question: Question,
  kept: KeptHistory,
  { asOf, now, newSalt, sliceSize }: HistoryRequest,
  untracked: string[],
): Promise<ReadState> {
  const day = asOf ?? now;
  const slices = (await planSlices(org, day, sliceSize ?? usualSlice)).map((slice) => ({ ...slice, isRead: false }));
  const state: ReadState = {
    format: 1,
    question: question.fingerprint,
    asOf: day,
    finishedAt: null,
    salt: newSalt(),
    untracked,
    slices,
  };
  kept.begin(state);
  return state;
}

function untrackedFields(
  { sources, neverChanged }: Question,
  trackedSince: ReadonlyMap<string, number>,
  taught: ReadonlySet<string>,
): string[] {
  const names = sources
    .filter(({ target }: LeadSource) => factsOf(target).some((fieldKey) => taught.has(fieldKey)))
    .flatMap(({ fields }) => fields.map(({ name }) => name));
  return names.filter((name) => !trackedSince.has(name.toLowerCase()) && !neverChanged.has(name.toLowerCase()));
}

/** By field in lower case, the earliest change of it that the org still has: since then, at the latest, it is tracked. */
export async function readTrackedSince(org: Org): Promise<Map<string, number>> {
  try {
    const records = await org.selectAll(
      'LeadHistory',
      ['Field field', 'MIN(CreatedDate) trackedSince'],
      'GROUP BY Field',
    );
    return new Map(
      records.flatMap((record) => {
        const since = instantOrNull(record, 'trackedSince');
        return since === null ? [] : [[textOrNull(record, 'field')?.toLowerCase() ?? '', since] as const];
      }),
    );
  } catch (cause) {
    // Without history tracking, or without the right to it, nothing is tracked for us.
    if (cause instanceof Problem) return new Map();
    throw cause;
  }
}
