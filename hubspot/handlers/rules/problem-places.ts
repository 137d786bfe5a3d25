import { cellText, orderRows } from './draft-row.ts';
import { nameRows, type NamedRow } from './row-names.ts';
import type { RuleProblem } from './rule-store.ts';

/**
 * Which rows each problem is about, by the names that core gives them: "rule row 3, destinationKey", `rule "east" (row 7):
 * condition 2`, "matrix cell 4". What is about no single row is told at the row of the policy's name.
 *
 * @param otherIds ids by the names of records that are no rows
 * @returns the problems of each id, in their order
 */
export function placeProblems(
  rows: readonly NamedRow[],
  problems: readonly RuleProblem[],
  otherIds: ReadonlyMap<string, string> = new Map(),
): Map<string, RuleProblem[]> {
  const ordered = orderRows(rows);
  const idsByName = nameRows(ordered);
  const nameOfPolicy = ordered.find((row) => row.kind === 'setting' && cellText(row, 'settingKey') === 'name');
  const placed = new Map<string, RuleProblem[]>();
  for (const problem of problems) {
    const other = otherIds.get(problem.about);
    const found = other === undefined ? findIds(ordered, idsByName, problem) : [other];
    const ids = found.length > 0 || nameOfPolicy === undefined ? found : [nameOfPolicy.id];
    for (const id of ids) {
      placed.set(id, [...(placed.get(id) ?? []), problem]);
    }
  }
  return placed;
}

function findIds(
  rows: readonly NamedRow[],
  idsByName: ReadonlyMap<string, readonly string[]>,
  problem: RuleProblem,
): readonly string[] {
  const byColumn = /^(\w+) row (-?\d+), (\w+)$/.exec(problem.about);
  if (byColumn !== null) {
    return idsByColumn(rows, problem, byColumn[1]!, Number(byColumn[2]) - 1, byColumn[3]!);
  }
  const ids = idsOfName(idsByName, nameOf(problem));
  return ids.length < 2 ? ids : narrow(rows, ids, problem);
}

/** Single values are named by what was found, "the settings: `fitHigh` is 200", and numbers of tables by their list. */
function nameOf({ about, found }: RuleProblem): string {
  const setting = about === 'the settings' ? /^`(\w+)`/.exec(found) : null;
  if (setting !== null) return `setting ${setting[1]}`;
  const entry = /^(?:scorecard "([^"]*)" \(row \d+\): )?entry of the (\w+) table, number \d+$/.exec(about);
  return entry === null ? about : `table ${entry[1] === undefined ? '' : `${entry[1]} `}${entry[2]}`;
}

/** What is said of a part of a row is said of the row: of the name before the last colon. */
function idsOfName(idsByName: ReadonlyMap<string, readonly string[]>, about: string): readonly string[] {
  for (let name = about; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf(': ')))) {
    const ids = idsByName.get(name);
    if (ids !== undefined) return ids;
  }
  return [];
}

/** Of several rows of one name those that hold what was found. */
function narrow(rows: readonly NamedRow[], ids: readonly string[], { found }: RuleProblem): readonly string[] {
  const holding = rows.filter(
    (row) => ids.includes(row.id) && row.cells.some(({ text }) => text !== null && found.includes(`"${text}"`)),
  );
  return holding.length === 0 ? ids : holding.map(({ id }) => id);
}

/** Positions of bins, conditions and ramp steps count anew for each owner: the value tells which one is meant. */
function idsByColumn(
  rows: readonly NamedRow[],
  problem: RuleProblem,
  kind: string,
  position: number,
  column: string,
): string[] {
  const candidates = rows.filter((row) => row.kind === kind && row.position === position);
  const meant = candidates.filter((row) => {
    const text = cellText(row, column);
    return text === null ? problem.found === 'nothing' : problem.found.includes(text);
  });
  return (meant.length > 0 ? meant : candidates).map(({ id }) => id);
}
