import { cellText, type DraftRow } from '../../../handlers/rules/draft-row.ts';

export type ModeKey = 'observe' | 'suggest' | 'live';

export const modeKeys: readonly ModeKey[] = ['observe', 'suggest', 'live'];

/** What each mode does, as somebody reads it who decides about it. */
export const modeHelps: { readonly [Mode in ModeKey]: { readonly title: string; readonly lines: readonly string[] } } =
  {
    observe: {
      title: 'Observe',
      lines: ['Every lead is decided and recorded.', 'No contact is changed: no owner, no task, no score.'],
    },
    suggest: {
      title: 'Suggest',
      lines: [
        'Scores, reasons and the suggested owner are written on the contact.',
        'Owners stay as they are; no promise runs and nobody gets a task.',
      ],
    },
    live: {
      title: 'Live',
      lines: [
        'Leads get owners, promises run, tasks are made and misses are escalated.',
        'Owners whom a person has set are kept.',
      ],
    },
  };

/** The mode that rows say; null where they say none. */
export function modeOf(rows: readonly DraftRow[]): ModeKey | null {
  const row = rows.find((each) => each.kind === 'setting' && cellText(each, 'settingKey') === 'mode');
  const text = row === undefined ? null : cellText(row, 'settingText');
  return modeKeys.find((mode) => mode === text) ?? null;
}

export type ModeStep = {
  readonly title: string;
  readonly lines: readonly string[];
  /** Whether more is done to contacts than before, so that somebody has to say that they know it. */
  readonly isDaring: boolean;
  readonly consent: string;
};

/** What changes when the mode does; null where it stays. */
export function modeStepWords(before: ModeKey | null, after: ModeKey | null): ModeStep | null {
  if (after === null || before === after) return null;
  const isDaring = modeKeys.indexOf(after) > modeKeys.indexOf(before ?? 'observe');
  const { title, lines } = modeHelps[after];
  return {
    title: before === null ? `Mode: ${title}` : `Mode: ${modeHelps[before].title} → ${title}`,
    lines: [
      ...lines,
      ...(isDaring ? ['It begins with the next lead after publishing. Leads decided before stay as they are.'] : []),
    ],
    isDaring,
    consent:
      after === 'live' ? 'I know that leads get owners from now on' : 'I know that contacts are written to from now on',
  };
}
