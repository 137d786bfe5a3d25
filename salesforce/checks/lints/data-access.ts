import {
  DeleteStatementContext,
  InsertStatementContext,
  MergeStatementContext,
  SoqlLiteralContext,
  SoslLiteralContext,
  UndeleteStatementContext,
  UpdateStatementContext,
  UpsertStatementContext,
} from '@apexdevtools/apex-parser';
import { findCalls, type ApexFile, type Tree } from './apex-file.ts';

const statements = [
  InsertStatementContext,
  UpdateStatementContext,
  UpsertStatementContext,
  DeleteStatementContext,
  UndeleteStatementContext,
  MergeStatementContext,
];
const databaseMethods =
  /^(?:insert|update|upsert|delete|undelete|merge)(?:async|immediate)?$|^(?:count)?query(?:withbinds)?$|^getquerylocator(?:withbinds)?$/;

/** Somewhere that records are read or written. `hasMode` tells whether it says for whom. */
export type DataAccess = { node: Tree; what: string; hasMode: boolean };

const found = new WeakMap<ApexFile, DataAccess[]>();

/** Every SOQL, SOSL, DML statement and method of Database in a file. */
export function listDataAccess(file: ApexFile): DataAccess[] {
  const known = found.get(file) ?? findDataAccess(file);
  found.set(file, known);
  return known;
}

function findDataAccess(file: ApexFile): DataAccess[] {
  return [
    ...file.nodes.flatMap((node) => readLiteral(node) ?? []),
    ...file.nodes.filter((node) => statements.some((each) => node instanceof each)).map(readStatement),
    ...callsWithAccess(file),
  ];
}

function readLiteral(node: Tree): DataAccess[] | null {
  const mode = /WITH(?:USER|SYSTEM)_MODE/i;
  if (node instanceof SoslLiteralContext) {
    return [{ node: node, what: 'SOSL', hasMode: mode.test(node.getText()) }];
  }
  if (!(node instanceof SoqlLiteralContext)) return null;
  return [{ node: node, what: 'SOQL', hasMode: mode.test(node.getText()) }];
}

function readStatement(node: Tree): DataAccess {
  const [, verb = 'DML', mode] =
    /^(insert|update|upsert|delete|undelete|merge)(as(?:user|system))?/i.exec(node.getText()) ?? [];
  return { node, what: verb.toLowerCase(), hasMode: mode !== undefined };
}

function callsWithAccess(file: ApexFile): DataAccess[] {
  const levels = [...file.text.matchAll(/\bAccessLevel\s+(\w+)/gi)].map((declared) => declared[1]?.toLowerCase() ?? '');
  const hasMode = (given: string): boolean =>
    /\baccesslevel\.|with(?:user|system)_mode/i.test(given.replaceAll(' ', '')) ||
    given.split(/\W+/).some((word) => levels.includes(word.toLowerCase()));
  const database = findCalls(file, 'database').filter(({ method }) => databaseMethods.test(method));
  const search = findCalls(file, 'search').filter(({ method }) => /^(?:query|find)$/.test(method));
  return [
    ...database.map(({ node, method, given }) => ({ node, what: `Database.${method}`, hasMode: hasMode(given) })),
    ...search.map(({ node, method, given }) => ({ node, what: `Search.${method}`, hasMode: hasMode(given) })),
  ];
}
