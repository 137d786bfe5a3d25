import type * as grammar from '@apexdevtools/apex-parser';
import { Unsupported } from '../../apex/run/apex-object.ts';
import { raiseUnexpected } from './query-problems.ts';
import type { Operand, Ordering, Path, Query, SelectEntry } from './query-tree.ts';
import { readCondition } from './read-conditions.ts';
import { readOperand, readPath } from './read-operand.ts';
import { readBindOrWhole } from './read-values.ts';

type AnyQuery = grammar.QueryContext | grammar.SubQueryContext;

/** Words that cannot be aliases, as documented. */
const reserved = new Set(
  'and asc desc excludes first from group having in includes last like limit not null nulls or select using where with'.split(
    ' ',
  ),
);

/** The grammar's tree as our own; `text` is the query that it was read from. */
export function readQuery(context: grammar.QueryContext, text: string): Query {
  const group = context.groupByClause();
  if (group?.ROLLUP() || group?.CUBE()) {
    throw new Unsupported('GROUP BY ROLLUP and GROUP BY CUBE', 'a query');
  }
  const having = group?.logicalExpression();
  const offset = context.offsetClause();
  return {
    ...readCommon(context, context.selectList().selectEntry_list(), text),
    scope: context.usingScope()?.soqlId().getText() ?? null,
    mode: readMode(context.withClause()),
    groupBy: (group?.fieldGroupByList().fieldGroupBy_list() ?? []).map(readOperand),
    having: having ? readCondition(having, text) : null,
    offset: offset ? readBindOrWhole(offset) : null,
    isAllRows: Boolean(context.allRowsClause()),
  };
}

/** `(SELECT …)`, of children or behind IN. */
export function readSubQuery(context: grammar.SubQueryContext, text: string): Query {
  return {
    ...readCommon(context, context.subFieldList().subFieldEntry_list(), text),
    scope: null,
    mode: null,
    groupBy: [],
    having: null,
    offset: null,
    isAllRows: false,
  };
}

function readCommon(
  context: AnyQuery,
  entries: readonly (grammar.SelectEntryContext | grammar.SubFieldEntryContext)[],
  text: string,
) {
  if (context.UPDATE()) {
    throw new Unsupported('UPDATE TRACKING and UPDATE VIEWSTAT', 'a query');
  }
  const where = context.whereClause();
  const order = context.orderByClause();
  const limit = context.limitClause();
  return {
    select: entries.map((entry) => readEntry(entry, text)),
    ...readFrom(context.fromNameList()),
    where: where ? readCondition(where.whereLogicalExpression(), text) : null,
    orderBy: (order?.fieldOrderList().fieldOrder_list() ?? []).map(readOrdering),
    limit: limit ? readBindOrWhole(limit) : null,
    isForUpdate: context.forClauses().UPDATE_list().length > 0,
  };
}

function readEntry(entry: grammar.SelectEntryContext | grammar.SubFieldEntryContext, text: string): SelectEntry {
  const children = entry.subQuery();
  if (children) {
    return { kind: 'children', query: readSubQuery(children, text) };
  }
  const typeOf = entry.typeOf();
  if (typeOf) {
    return readTypeOf(typeOf);
  }
  const which = entry.soqlFunction()?.soqlFieldsParameter()?.getText().toUpperCase();
  if (which !== undefined) {
    return { kind: 'fields', which: which as 'ALL' | 'STANDARD' | 'CUSTOM' };
  }
  return { kind: 'operand', operand: readOperand(entry), alias: aliasOf(entry.soqlId()) };
}

function readTypeOf(context: grammar.TypeOfContext): SelectEntry {
  return {
    kind: 'typeof',
    path: readPath(context.fieldName()),
    branches: context.whenClause_list().map((branch) => ({
      objectName: branch.fieldName().getText(),
      paths: branch.fieldNameList().fieldName_list().map(readPath),
    })),
    otherwise: context.elseClause()?.fieldNameList().fieldName_list().map(readPath) ?? [],
  };
}

/** `FROM Contact c, c.Account a` */
function readFrom(context: grammar.FromNameListContext): Pick<Query, 'from' | 'alias' | 'pathAliases'> {
  const names: { path: Path; alias: string | null }[] = [];
  for (const child of context.children ?? []) {
    if ('soqlId_list' in child) {
      names.push({ path: readPath(child as grammar.FieldNameContext), alias: null });
    } else if ('id' in child) {
      const last = names.pop();
      if (last !== undefined) {
        names.push({ path: last.path, alias: aliasOf(child as grammar.SoqlIdContext) });
      }
    }
  }
  const [first, ...others] = names;
  const pathAliases = new Map<string, Path>();
  for (const { path, alias } of others) {
    const isKnown = path[0]?.toLowerCase() === first?.alias?.toLowerCase();
    if (alias === null || !isKnown) {
      throw new Unsupported('several objects in FROM that are not related by aliases', 'a query');
    }
    pathAliases.set(alias.toLowerCase(), path.slice(1));
  }
  return { from: first?.path ?? [], alias: first?.alias ?? null, pathAliases };
}

function aliasOf(context: grammar.SoqlIdContext | null): string | null {
  const alias = context ? context.getText() : null;
  return alias !== null && reserved.has(alias.toLowerCase()) ? raiseUnexpected(alias) : alias;
}

function readMode(context: grammar.WithClauseContext | null): Query['mode'] {
  if (!context) {
    return null;
  }
  if (context.USER_MODE()) return 'user';
  if (context.SYSTEM_MODE()) return 'system';
  if (context.SECURITY_ENFORCED()) return 'enforced';
  throw new Unsupported(`WITH ${context.getChild(1).getText()}`, 'a query');
}

function readOrdering(context: grammar.FieldOrderContext): Ordering {
  const operand: Operand = readOperand(context);
  return { operand, isDescending: Boolean(context.DESC()), nullsLast: Boolean(context.LAST()) };
}
