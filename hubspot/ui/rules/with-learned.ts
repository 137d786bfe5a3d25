import { axes } from '../../../core/src/decide/model/choices.ts';
import { scorecardRows } from '../../../core/src/decide/policy/score-rows.ts';
import type { LearnedForm } from '../../handlers/learning/learning-forms.ts';
import { cellText, type DraftRow } from '../../handlers/rules/draft-row.ts';
import { adoptRows } from './adopt-rows.ts';
import { rowsOf, rowsToSend, type Draft } from './draft.ts';
import { changeCell } from './edit-draft.ts';

/**
 * A draft with what was learned in place of its cards of fit and engagement, and their points of signals and thresholds. An axis that
 * learned nothing, or nothing better than it has, keeps what it had, and so does everything else: also what was edited since.
 */
export function withLearned(draft: Draft, learned: Pick<LearnedForm, 'axes' | 'thresholds'>): Draft {
  let after = draft;
  for (const card of learned.axes) {
    if (card.kind === 'refused' || card.isNoBetterThanToday) continue;
    after = withCard(after, card);
    after = card.signals.reduce(withSignal, after);
    const [settingKey, high] =
      card.axis === 'fit'
        ? (['fitHigh', learned.thresholds.fitHigh] as const)
        : (['engagementHigh', learned.thresholds.engagementHigh] as const);
    const setting = rowsOf(after, 'setting').find((row) => cellText(row, 'settingKey') === settingKey);
    after = setting === undefined ? after : changeCell(after, setting.id, 'settingText', String(high));
  }
  return after;
}

type LearnedCard = Extract<LearnedForm['axes'][number], { kind: 'learned' }>;

function withCard(draft: Draft, { axis, scorecard }: LearnedCard): Draft {
  const others = rowsToSend(draft).filter((row) => !isOfCard(row as DraftRow, axis));
  return adoptRows(draft, [...others, ...scorecardRows(scorecard, axes.indexOf(axis))]);
}

function isOfCard(row: DraftRow, axis: LearnedCard['axis']): boolean {
  switch (row.kind) {
    case 'scorecard':
    case 'attribute':
    case 'bin':
      return cellText(row, 'axis') === axis;
    case 'table':
      return [`${axis} score`, `${axis} agreement`].includes(cellText(row, 'tableKey') ?? '');
    default:
      return false;
  }
}

/** A signal that the draft has no more stays away. */
function withSignal(draft: Draft, signal: LearnedCard['signals'][number]): Draft {
  const row = rowsOf(draft, 'signal').find((each) => cellText(each, 'signalKey') === signal.signalKey);
  return row === undefined
    ? draft
    : (['points', 'halfLifeDays', 'capPoints'] as const).reduce(
        (changed, column) => changeCell(changed, row.id, column, String(signal[column])),
        draft,
      );
}
