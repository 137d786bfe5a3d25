import { readFileSync } from 'node:fs';
import {
  ApexErrorListener,
  ApexParserFactory,
  ClassDeclarationContext,
  DotExpressionContext,
  MethodDeclarationContext,
  ModifierContext,
} from '@apexdevtools/apex-parser';

/** A node of the syntax tree, as far as these rules look at it. */
export type Tree = {
  start: { line: number; column: number };
  children: Tree[] | null;
  parentCtx: Tree | null;
  getText(): string;
};

/** One parsed class or trigger. `nodes` are all of its nodes in the order of the text. */
export type ApexFile = { file: string; text: string; nodes: Tree[]; isTest: boolean };

/** What a rule found, and what to do about it. */
export type Hit = { node: Tree; cause: string; next: string };

/** A rule with a stable code. */
export type Lint = { code: string; find: (file: ApexFile) => Hit[] };

// The check "parse" tells of syntax errors; here they would only be told a second time.
class SilentListener extends ApexErrorListener {
  override apexSyntaxError(): void {}
}

/** Parses a class or trigger. Example: `readApexFile('salesforce/app/…/SbxRoute.cls').nodes`. */
export function readApexFile(file: string): ApexFile {
  const text = readFileSync(file, 'utf8');
  const { parser } = ApexParserFactory.createLexerAndParser(text, new SilentListener());
  const root = (/\.trigger$/i.test(file) ? parser.triggerUnit() : parser.compilationUnit()) as unknown as Tree;
  const nodes = listNodes(root);
  const outer = nodes.find((node) => node instanceof ClassDeclarationContext);
  return { file, text, nodes, isTest: outer !== undefined && annotationsOf(outer).includes('istest') };
}

/** A node and everything below it. */
export function listNodes(node: Tree): Tree[] {
  const nodes = [node];
  // Trees are large; copying the list at each level would cost more than parsing.
  for (const child of node.children ?? []) appendNodes(child, nodes);
  return nodes;
}

function appendNodes(node: Tree, nodes: Tree[]): void {
  nodes.push(node);
  for (const child of node.children ?? []) appendNodes(child, nodes);
}

/** Every node around a node, the nearest first. */
export function ancestorsOf(node: Tree): Tree[] {
  const around: Tree[] = [];
  for (let each = node.parentCtx; each !== null; each = each.parentCtx) around.push(each);
  return around;
}

/** The modifiers of a class or member, in small letters and without white space, such as `withsharing`. */
export function modifiersOf(declaration: Tree): string[] {
  const member = declaration.parentCtx;
  // A member is wrapped once more than an outer class is.
  const holders = [member, member?.parentCtx].filter((each) => each !== null && each !== undefined);
  const holder = holders.find((each) => each.children?.some((child) => child instanceof ModifierContext));
  return (holder?.children ?? []).filter((child) => child instanceof ModifierContext).map((child) => lower(child));
}

/** The names of the annotations of a class or member, in small letters. Example: `['istest']`. */
export function annotationsOf(declaration: Tree): string[] {
  return modifiersOf(declaration).flatMap((modifier) => /^@(\w+)/.exec(modifier)?.[1] ?? []);
}

/** The nearest method or class around a node. */
export function enclosing(node: Tree, kind: 'method' | 'class'): Tree | undefined {
  const wanted = kind === 'method' ? MethodDeclarationContext : ClassDeclarationContext;
  return ancestorsOf(node).find((each) => each instanceof wanted);
}

/** Calls of methods of a platform class, such as `System.Database.insert(…)`, with their arguments as one text. */
export function findCalls(file: ApexFile, type: string): { node: Tree; method: string; given: string }[] {
  return file.nodes.flatMap((node) => {
    if (!(node instanceof DotExpressionContext)) return [];
    const call = node.dotMethodCall() as unknown as Tree | null;
    if (call === null || lower(node.expression() as unknown as Tree).replace(/^system\./, '') !== type) return [];
    const [, method = '', given = ''] = /^(\w+)\(([^]*)\)$/.exec(call.getText()) ?? [];
    return [{ node: node, method: method.toLowerCase(), given }];
  });
}

/** The text of a node in small letters. */
export function lower(node: Tree): string {
  return node.getText().toLowerCase();
}
