import type { DraftRowForm } from '../../../handlers/ui/ui-forms.ts';
import { isKnown } from '../../rules/draft.ts';
import { freshKey } from '../../rules/keys.ts';
import { addRow, findRow, inTurn, rowsOfKind, setText, textOf, type Edit } from './edit-rows.ts';

/** Somebody whom the rules name, and what they are named for. */
export type NamedPerson = {
  readonly repKey: string;
  readonly name: string;
  readonly email: string | null;
  /** Labels of the pools in which they take turns. */
  readonly pools: readonly string[];
  /** How many promises they answer for. */
  readonly promises: number;
  /** How many destinations wait under their name. */
  readonly held: number;
};

/** Everybody with a row, in the order of the rows. */
export function namedPeople(rows: readonly DraftRowForm[]): NamedPerson[] {
  return rowsOfKind(rows, 'person').flatMap((row) => {
    const repKey = textOf(row, 'repKey');
    return repKey === null ? [] : [personOf(rows, repKey, row)];
  });
}

/** The same of somebody whom the rules name and who has no row yet. */
export function unlistedPerson(rows: readonly DraftRowForm[], repKey: string, name: string): NamedPerson {
  return { ...personOf(rows, repKey, null), name };
}

function personOf(rows: readonly DraftRowForm[], repKey: string, row: DraftRowForm | null): NamedPerson {
  const pools = rowsOfKind(rows, 'member').flatMap((member) =>
    textOf(member, 'memberKey') === repKey ? (textOf(member, 'poolKey') ?? []) : [],
  );
  return {
    repKey,
    name: (row === null ? null : textOf(row, 'displayName')) ?? repKey,
    email: row === null ? null : textOf(row, 'ownerEmail'),
    pools: pools.map((poolKey) => labelOfPool(rows, poolKey)),
    promises: rowsOfKind(rows, 'sla').filter((promise) => textOf(promise, 'ownerKey') === repKey).length,
    held: rowsOfKind(rows, 'destination').filter((destination) => textOf(destination, 'holderKey') === repKey).length,
  };
}

function labelOfPool(rows: readonly DraftRowForm[], poolKey: string): string {
  const pool = findRow(rows, 'pool', { poolKey });
  return (pool === null ? null : textOf(pool, 'label')) ?? poolKey;
}

/** Gives a name of the rules its user; null takes the user away. A name without a row gets one. */
export function giveUser(repKey: string, displayName: string, ownerEmail: string | null): Edit {
  return (rows) =>
    findRow(rows, 'person', { repKey }) === null
      ? addRow('person', { repKey, displayName, ownerEmail })(rows)
      : setText('person', { repKey }, 'ownerEmail', ownerEmail)(rows);
}

/**
 * Adds somebody to the team, and to a pool with the same share and caps as the member before them.
 *
 * @param joinedAt in UTC milliseconds: a pool's ramp counts from there; null where they are no joiner
 */
export function addPerson(person: {
  readonly displayName: string;
  readonly ownerEmail: string;
  readonly poolKey: string | null;
  readonly joinedAt: number | null;
}): Edit {
  return (rows) => {
    const repKey = freshKey(rows.filter(isKnown), 'person', person.displayName);
    const { displayName, ownerEmail, poolKey } = person;
    const edits = [addRow('person', { repKey, displayName, ownerEmail })];
    if (poolKey !== null) {
      edits.push(
        addRow('member', {
          ...sharesOf(rows, poolKey),
          poolKey,
          memberKey: repKey,
          joinedAt: wholeText(person.joinedAt),
        }),
      );
    }
    return inTurn(edits)(rows);
  };
}

function wholeText(whole: number | null): string | null {
  return whole === null ? null : String(whole);
}

function sharesOf(rows: readonly DraftRowForm[], poolKey: string): { readonly [column: string]: string | null } {
  const last = rowsOfKind(rows, 'member').findLast((member) => textOf(member, 'poolKey') === poolKey);
  const columns = ['weight', 'dailyCap', 'weeklyCap', 'openWorkCap'];
  return last === undefined
    ? { weight: '1' }
    : Object.fromEntries(columns.map((column) => [column, textOf(last, column)]));
}
