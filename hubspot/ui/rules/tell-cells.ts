import type { Column } from '../../../core/src/author/policy/row-tables.ts';
import { cellText, tableOf, type DraftRow } from '../../handlers/rules/draft-row.ts';
import { choiceWords } from './choice-words.ts';
import { keyColumns } from './row-shape.ts';

/** Longer values are cut where a difference is told; the row itself shows them whole. */
const longestValue = 120;

/** What is different between two states of one row, a line for each column: "Weight: 2 → 3", "Phrases: + demo − trial". */
export function tellCells(before: DraftRow, after: DraftRow, besides: readonly string[] = []): string[] {
  return tableOf(after.kind).columns.flatMap((column) => {
    const [was, is] = [cellText(before, column.column), cellText(after, column.column)];
    if (was === is || column.column === 'sentence' || besides.includes(column.column)) return [];
    const label = keyColumns[after.kind] === column.column ? 'Key' : column.label;
    return [`${label}: ${changeWords(column, was, is)}`];
  });
}

function changeWords(column: Column, was: string | null, is: string | null): string {
  if (column.form === 'several') {
    const [ones, others] = [valuesOf(was), valuesOf(is)];
    const gone = ones.filter((value) => !others.includes(value)).map((value) => `− ${value}`);
    const come = others.filter((value) => !ones.includes(value)).map((value) => `+ ${value}`);
    return gone.length + come.length === 0 ? 'in another order' : shortened([...come, ...gone].join(', '));
  }
  return `${valueWords(column, was)} → ${valueWords(column, is)}`;
}

function valuesOf(text: string | null): string[] {
  return text === null ? [] : text.split(';');
}

function valueWords(column: Column, text: string | null): string {
  if (text === null) return 'empty';
  return column.form === 'choice' ? choiceWords(column.column, text) : shortened(text);
}

function shortened(text: string): string {
  return text.length <= longestValue ? text : `${text.slice(0, longestValue)}…`;
}
