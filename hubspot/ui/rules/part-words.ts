import type { Condition } from '../../../core/src/decide/model/condition.ts';
import { conditionSentence } from '../../../core/src/decide/model/condition-sentence.ts';
import { standardFields } from '../../../core/src/decide/model/fact-sheet.ts';
import { readLong } from '../../../core/src/decide/model/number.ts';
import { cellText, type DraftRow } from '../../handlers/rules/draft-row.ts';
import { titleOf } from '../../handlers/rules/row-title.ts';
import { signedPoints } from '../words/signed-points.ts';
import { choiceWords } from './choice-words.ts';
import { leadOwner } from './references.ts';

/** What a part of another row says by itself, without naming its owner: "employees is at least 200", "10 to 49: 6 points". */
export function partWords(row: DraftRow): string {
  const text = (column: string): string => cellText(row, column) ?? '';
  switch (row.kind) {
    case 'condition':
      return conditionSentence(conditionOf(row), standardFields());
    case 'bin':
      return `${binWords(row)}: ${signedPoints(Number(text('points')))} points`;
    case 'ramp':
      return `${text('weightPercent')} % from day ${text('afterDays')}`;
    case 'member':
      return `${text('memberKey')}, weight ${text('weight')}`;
    case 'escalation':
      return escalationWords(row);
    default:
      return titleOf(row, null);
  }
}

/** The values or the range of a bin. */
export function binWords(row: DraftRow): string {
  const [low, high] = [cellText(row, 'low'), cellText(row, 'high')];
  if (low === null && high === null) return listWords(cellText(row, 'texts'));
  if (low === null) return `up to ${high}`;
  return high === null ? `${low} or more` : `${low} to ${high}`;
}

/** The condition that a row says, as far as it can be read. */
function conditionOf(row: DraftRow): Condition {
  return {
    fieldKey: cellText(row, 'fieldKey') ?? '',
    operator: (cellText(row, 'operator') ?? 'isKnown') as Condition['operator'],
    texts: (cellText(row, 'texts') ?? '').split(';').filter((text) => text !== ''),
    low: readLong(cellText(row, 'low') ?? ''),
    high: readLong(cellText(row, 'high') ?? ''),
  };
}

/** Values of a cell that holds several, as one reads them. */
export function listWords(text: string | null): string {
  return (text ?? '').split(';').join(', ');
}

/** "Alert mara at the due time", "Remind whoever has the lead 2 minutes before". */
export function escalationWords(row: DraftRow): string {
  const recipient = cellText(row, 'recipientKey') ?? 'nobody';
  const who = recipient === leadOwner ? 'whoever has the lead' : recipient;
  return `${choiceWords('action', cellText(row, 'action') ?? '')} ${who} ${whenWords(Number(cellText(row, 'afterDueMinutes') ?? 0))}`;
}

function whenWords(minutes: number): string {
  if (minutes === 0) return 'at the due time';
  const span = `${Math.abs(minutes)} ${Math.abs(minutes) === 1 ? 'minute' : 'minutes'}`;
  return minutes < 0 ? `${span} before` : `${span} after`;
}
