import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DraftForm, RevisionEntryForm } from '../../../handlers/ui/ui-forms.ts';
import type { Refused } from '../../backend/backend.ts';
import { useBackend } from '../../backend/backend-context.tsx';
import { adoptRows } from '../../rules/adopt-rows.ts';
import { checkRows } from '../../rules/check-rows.ts';
import { isSameDraft, loadDraft, rowsToSend, type Draft } from '../../rules/draft.ts';
import { beginHistory, redo, takeStep, undo, type History } from '../../rules/history.ts';
import { putOnTop } from '../../rules/put-on-top.ts';
import { findUnkeepable } from '../../rules/unkeepable.ts';
import type { Conflict, Workspace } from './workspace.ts';

type Known = {
  readonly history: History;
  readonly base: Draft;
  readonly version: string;
  readonly hash: string | null;
  readonly live: RevisionEntryForm | null;
};

export type Desk = Pick<
  Workspace,
  | 'edit'
  | 'undo'
  | 'redo'
  | 'save'
  | 'putLearned'
  | 'reload'
  | 'settle'
  | 'publishedAs'
  | 'isBusy'
  | 'refused'
  | 'conflict'
> & {
  /** Null before the first answer. */
  readonly known: (Known & Pick<Workspace, 'draft' | 'checked' | 'isDirty'>) | null;
};

const changedMeanwhile = 'HSW021';
/** What was put in and what the backend noted of that are taken back together. */
const learnedRun = 'learned';

/** Loads the draft once, keeps what is edited, and saves it against the state that it was edited from. */
export function useDesk(): Desk {
  const backend = useBackend();
  const [known, setKnown] = useState<Known | null>(null);
  const [isBusy, setBusy] = useState(true);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const latest = useRef<Known | null>(null);
  latest.current = known;

  const take = useCallback((sent: DraftForm) => {
    const before = latest.current;
    if (before !== null && sent.version !== before.version && !isSameDraft(before.history.draft, before.base)) {
      setConflict({ theirs: sent });
      return;
    }
    setConflict(null);
    setKnown((now) => knownAfter(now, sent));
  }, []);

  const reload = useCallback(async () => {
    setBusy(true);
    const result = await backend.call('draft', {});
    setBusy(false);
    setRefused(result.state === 'refused' ? result : null);
    if (result.state === 'answered') take(result.content);
  }, [backend, take]);

  useEffect(() => {
    void reload();
  }, [reload]);

  const send = useCallback(
    async (sent: Draft, version: string, learnedFrom: string | null) => {
      const unkeepable = findUnkeepable(sent);
      if (unkeepable !== null) {
        setRefused(unkeepable);
        return false;
      }
      setBusy(true);
      const rows = rowsToSend(sent);
      const result =
        learnedFrom === null
          ? await backend.call('saveDraft', { rows, version })
          : await backend.call('draftLearned', { rows, version, words: learnedFrom });
      setBusy(false);
      if (result.state === 'answered') {
        setRefused(null);
        const run = learnedFrom === null ? null : learnedRun;
        setKnown((now) => (now === null ? now : knownAfterSaving(now, sent, result.content, run)));
        return true;
      }
      if (result.code !== changedMeanwhile) {
        setRefused(result);
        return false;
      }
      const theirs = await backend.call('draft', {});
      setRefused(theirs.state === 'refused' ? theirs : null);
      if (theirs.state === 'answered') setConflict({ theirs: theirs.content });
      return false;
    },
    [backend],
  );

  const save = useCallback(async () => {
    const before = latest.current;
    if (before === null) return false;
    const sent = before.history.draft;
    return isSameDraft(sent, before.base) || send(sent, before.version, null);
  }, [send]);

  const putLearned = useCallback<Workspace['putLearned']>(
    async (change, learnedFrom) => {
      const before = latest.current;
      if (before === null) return false;
      const sent = change(before.history.draft);
      setKnown((now) =>
        now === null ? now : { ...now, history: takeStep(now.history, sent, 'What was learned put in', learnedRun) },
      );
      return send(sent, before.version, learnedFrom);
    },
    [send],
  );

  const edit = useCallback<Workspace['edit']>((words, change, run = null) => {
    setKnown((now) =>
      now === null ? now : { ...now, history: takeStep(now.history, change(now.history.draft), words, run) },
    );
  }, []);

  const settle = useCallback(
    (choice: 'mine' | 'theirs') => {
      if (conflict === null) return;
      setKnown((now) => (now === null ? now : settled(now, conflict.theirs, choice)));
      setConflict(null);
      setRefused(null);
    },
    [conflict],
  );

  const draft = known?.history.draft ?? null;
  const checked = useMemo(() => (draft === null ? null : checkRows(draft)), [draft]);
  const isDirty = useMemo(() => known !== null && !isSameDraft(known.history.draft, known.base), [known]);
  return {
    known: known === null || draft === null || checked === null ? null : { ...known, draft, checked, isDirty },
    isBusy,
    refused,
    conflict,
    edit,
    undo: useCallback(() => setKnown((now) => (now === null ? now : { ...now, history: undo(now.history) })), []),
    redo: useCallback(() => setKnown((now) => (now === null ? now : { ...now, history: redo(now.history) })), []),
    save,
    putLearned,
    reload,
    settle,
    publishedAs: useCallback((live) => setKnown((now) => (now === null ? now : { ...now, live })), []),
  };
}

/** What came instead of what was there, where nothing was edited. Rows keep their ids, so that what is open stays open. */
function knownAfter(now: Known | null, sent: DraftForm): Known {
  const { version, hash, live } = sent;
  if (now === null) {
    const draft = loadDraft(sent.rows);
    return { history: beginHistory(draft), base: draft, version, hash, live };
  }
  if (now.version === version) return { ...now, hash, live };
  const draft = adoptRows(now.history.draft, sent.rows);
  return { history: takeStep(now.history, draft, 'Loaded anew'), base: draft, version, hash, live };
}

/** What was typed while the answer was on its way is still to be saved. */
function knownAfterSaving(now: Known, sent: Draft, answer: DraftForm, run: string | null): Known {
  const { version, hash, live } = answer;
  const kept = adoptRows(sent, answer.rows);
  const isAsSent = isSameDraft(kept, sent);
  const isEditedSince = now.history.draft !== sent;
  const history = isAsSent || isEditedSince ? now.history : takeStep(now.history, kept, 'Saved', run);
  return { history, base: isAsSent ? sent : kept, version, hash, live };
}

function settled(now: Known, sent: DraftForm, choice: 'mine' | 'theirs'): Known {
  const { version, hash, live } = sent;
  const theirs = adoptRows(now.base, sent.rows);
  const draft = choice === 'theirs' ? theirs : putOnTop(now.base, now.history.draft, theirs).draft;
  const words = choice === 'theirs' ? 'Their rules taken' : 'My changes put on theirs';
  return { history: takeStep(now.history, draft, words), base: theirs, version, hash, live };
}
