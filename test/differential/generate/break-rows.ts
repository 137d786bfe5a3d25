import type { PolicyRow } from '../../../core/src/decide/index.ts';
import type { Dice } from '../../property/generators/dice.ts';
import { drawUnsoundText } from './wordings.ts';

/** Cells as people leave them: empty, of another kind, out of bounds, or naming what does not exist. */
const wrongTexts: readonly (string | null)[] = [
  null,
  '',
  'nowhere',
  '-1',
  '0',
  '99',
  '2147483648',
  '999999999999999',
  '9999999999999999',
  '1.5',
  ' 7',
  'yes',
  'YES',
  'no',
  ';',
  'a;;b',
  'Two Words',
  '#Mark',
];

const fieldKeys = ['nowhere', 'fitScore', 'confidence', 'tier', 'employees', 'industry', 'isUrgent', 'country'];
const amounts = ['5', '-5', null, '1e3', '999999999999999'];
const logicLines = [
  '1 AND',
  '(1',
  '1)',
  '1 2',
  'NOT',
  'NOT (',
  '1 OR 2 OR 3',
  '0',
  'one',
  '1 \u00e9',
  `1${' AND 1'.repeat(70)}`,
];

/** What goes wrong in one column and not in others. */
const wrongByColumn: Readonly<Record<string, readonly (string | null)[]>> = {
  logic: logicLines,
  fieldKey: fieldKeys,
  skillFieldKey: fieldKeys,
  operator: ['isOneOf', 'contains', 'between', 'atLeast', 'atMost', 'isYes', 'isKnown', 'is'],
  texts: ['usa', '\u00a0', 'a', null],
  phrases: ['Two Words', '#Mark', ' blank', 'a;b;a'],
  low: amounts,
  high: amounts,
  basis: ['expert', 'trained'],
  halfLifeDays: ['0', '-7'],
  weight: ['0', '-1'],
  targetMinutes: ['0', '-5'],
  afterDays: ['0', '14', '14', '-1'],
  kind: ['closeOut', 'pool', 'nothing'],
  overflowPoolKey: ['east', 'East', 'west'],
  recipientKey: [null, ''],
  ownerKey: [null, ''],
  holderKey: [null, ''],
  destinationKey: [null, 'nowhere', 'careers', 'CAREERS'],
  settingText: [null, 'nowhere', '0', '2', 'LIVE', '2147483648'],
};

/** The rows of a policy as somebody half-way through an edit may have them; sometimes with nothing wrong. */
export function breakRows(dice: Dice, rows: readonly PolicyRow[]): PolicyRow[] {
  const broken = dice.shuffle(rows).map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell })) }));
  for (let count = dice.chance(20) ? 0 : dice.between(1, 20); count > 0; count -= 1) {
    breakOne(dice, broken);
  }
  return broken;
}

function breakOne(dice: Dice, rows: PolicyRow[]): void {
  // By kind first: there are far more bins than there are pools.
  const kind = dice.pick([...new Set(rows.map((row) => row.kind))]);
  const row = dice.pick(rows.filter((one) => one.kind === kind));
  const filled = row.cells.length > 0 ? row.cells : [{ column: 'label', text: null }];
  const known = filled.filter(({ column }) => column in wrongByColumn);
  const cell = dice.pick(known.length > 0 && dice.chance(60) ? known : filled);
  switch (dice.pick(['cell', 'cell', 'cell', 'unsound', 'swap', 'drop', 'twice', 'column', 'position'] as const)) {
    case 'cell':
      cell.text = dice.pick(dice.chance(75) ? (wrongByColumn[cell.column] ?? wrongTexts) : wrongTexts);
      return;
    case 'unsound':
      cell.text = drawUnsoundText(dice).slice(0, 2_000);
      return;
    case 'swap':
      cell.text = dice.pick(rows).cells.at(-1)?.text ?? null;
      return;
    case 'drop':
      rows.splice(rows.indexOf(row), 1);
      return;
    case 'twice':
      rows.push(row);
      return;
    case 'column':
      row.cells = row.cells.filter((one) => one !== cell);
      return;
    case 'position':
      row.position = dice.pick([-1, 0, 1, 1_000_000_000, 2_147_483_647]);
      return;
  }
}
