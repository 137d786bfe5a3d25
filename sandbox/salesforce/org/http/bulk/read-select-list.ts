/** The fields that a query asks for, and why a bulk job may not ask it so. */
export interface SelectList {
  readonly objectName: string;
  /** As they are written: Id, Account.Name. */
  readonly names: readonly string[];
}

/** A query that the Bulk API is documented to refuse. */
export class BulkQueryProblem extends Error {
  override readonly name = 'BulkQueryProblem';
}

/** Reads the head of a query: readSelectList('SELECT Id FROM Lead').names → ['Id']. */
export function readSelectList(query: string): SelectList {
  const [, list = '', objectName = ''] = /^\s*SELECT\s+([\s\S]+?)\s+FROM\s+(\w+)/i.exec(query) ?? [];
  const names = list.split(',').map((each) => each.trim());
  if (objectName === '') {
    throw new BulkQueryProblem('The query has to have the form SELECT fields FROM object.');
  }
  const odd = names.find((each) => !/^\w+(\.\w+)*$/.test(each));
  if (odd !== undefined) {
    throw new BulkQueryProblem(
      `A bulk query may ask for plain fields only, without functions, aliases and subqueries: ${odd}`,
    );
  }
  const [, clause] = /\b(GROUP\s+BY|OFFSET|TYPEOF)\b/i.exec(query.replace(/'(\\.|[^'\\])*'/g, "''")) ?? [];
  if (clause !== undefined) {
    throw new BulkQueryProblem(`A bulk query may not have ${clause.toUpperCase()}.`);
  }
  return { objectName, names };
}
