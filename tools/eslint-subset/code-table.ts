import { subsetRules } from './rules.ts';

/** The table of codes in docs/subset.md, row by row; a test compares the two. */
export const codeTable: readonly (readonly string[])[] = [
  ['Code', 'Rule', 'Out', 'Why', 'Instead'],
  ...subsetRules.map((rule) => [rule.code, `\`${rule.name}\``, rule.out, rule.why, rule.remedy].map(escape)),
];

function escape(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('*', '\\*').replaceAll('<', '\\<');
}
