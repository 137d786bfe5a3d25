import { assemble, ruleSentence, type PolicyRow } from '../../../core/src/decide/index.ts';
import { readLogic } from '../../../core/src/decide/model/read-logic.ts';
import { rowsOfKind } from '../../../core/src/decide/policy/policy-row.ts';
import { cellText, tableOf, type DraftRow } from './draft-row.ts';
import { namesOf } from './row-identity.ts';
import { wordsOfName } from './row-properties.ts';

/** A title fills a line of a list view. Sentences of rules with many values are longer. */
const longestTitle = 1_000;

/**
 * The sentences of the rules as the rows stand now, also while other rows have problems. A rule whose logic line does not
 * read has none.
 *
 * A rule whose destination does not exist reads "7. When employees is at least 200 → careeers."
 */
export function ruleSentences(rows: readonly PolicyRow[]): Map<PolicyRow, string> {
  const all = [...rows];
  const { policy } = assemble(all);
  const sentences = new Map<PolicyRow, string>();
  for (const [place, row] of rowsOfKind(all, 'rule').entries()) {
    const rule = policy.rules[place]!;
    if (readLogic(rule.logic, rule.conditions.length).trouble === null) {
      sentences.set(row, ruleSentence(policy, place));
    }
  }
  return sentences;
}

/** What a list view shows of a row. Never empty. `sentence` is that of a rule. */
export function titleOf(row: DraftRow, sentence: string | null): string {
  const title = (sentence ?? wordsOf(row)).trim().slice(0, longestTitle);
  return title === '' ? `${tableOf(row.kind).label} ${row.position + 1}` : title;
}

function wordsOf(row: DraftRow): string {
  const names = namesOf(row).join(' ');
  switch (row.kind) {
    case 'setting':
      return `${names}: ${cellText(row, 'settingText') ?? 'empty'}`;
    case 'option':
      return `${names}: ${cellText(row, 'optionText') ?? 'empty'}`;
    case 'bin':
      return `${names}: ${valuesOf(row)}`;
    case 'condition':
      return `${names}: ${cellText(row, 'fieldKey') ?? ''} ${wordsOfName(cellText(row, 'operator') ?? '')} ${operandsOf(row)}`;
    case 'question':
      return `${names}: ${cellText(row, 'question') ?? ''}`;
    case 'guard':
    case 'inquiryRoute':
      return `${wordsOfName(names)} → ${cellText(row, 'destinationKey') ?? 'its own route'}`;
    case 'escalation':
      return `${names}: ${cellText(row, 'action') ?? ''} after ${cellText(row, 'afterDueMinutes') ?? '0'} minutes`;
    case 'ramp':
      return `${names}: ${cellText(row, 'weightPercent') ?? '0'} % after ${cellText(row, 'afterDays') ?? '0'} days`;
    case 'cell':
      return `fit, engagement, confidence ${names} → ${cellText(row, 'destinationKey') ?? ''}`;
    default: {
      const label = cellText(row, 'label') ?? cellText(row, 'displayName');
      return label === null ? names : `${label} (${names})`;
    }
  }
}

/** Of a bin: its range, or its values. */
function valuesOf(row: DraftRow): string {
  const [low, high] = [cellText(row, 'low'), cellText(row, 'high')];
  return low === null && high === null ? textsOf(row) : `${low ?? 'any'} to ${high ?? 'any'}`;
}

/** Of a condition: what its operator uses. */
function operandsOf(row: DraftRow): string {
  const ends = [cellText(row, 'low'), cellText(row, 'high')].filter((end) => end !== null);
  return ends.length > 0 ? ends.join(' and ') : textsOf(row);
}

function textsOf(row: DraftRow): string {
  return (cellText(row, 'texts') ?? '').split(';').join(', ');
}
