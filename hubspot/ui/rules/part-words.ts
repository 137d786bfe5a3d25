import { cellText, type DraftRow } from '../../handlers/rules/draft-row.ts';
import { titleOf } from '../../handlers/rules/row-title.ts';
import { choiceWords } from './choice-words.ts';
import { leadOwner } from './references.ts';

/** What a part of another row says by itself, without naming its owner: "employees is at least 200", "10 to 49: 6 points". */
export function partWords(row: DraftRow): string {
  const text = (column: string): string => cellText(row, column) ?? '';
  switch (row.kind) {
    case 'condition':
      return [text('fieldKey'), choiceWords('operator', text('operator')), operandWords(row)].join(' ').trim();
    case 'bin':
      return `${binWords(row)}: ${text('points')} points`;
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

function operandWords(row: DraftRow): string {
  const ends = [cellText(row, 'low'), cellText(row, 'high')].filter((end) => end !== null);
  return ends.length > 0 ? ends.join(' and ') : listWords(cellText(row, 'texts'));
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
