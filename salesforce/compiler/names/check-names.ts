import ts from 'typescript';
import { apexReservedWords, apexTypeNames, apexTypeNamesForTypes } from '../../../tools/eslint-subset/apex-words.ts';
import { diagnosticAt, type Diagnostic } from '../diagnostics.ts';

/** A letter, then letters, digits and single underscores between them. */
const apexName = /^[a-z](_?[a-z0-9])*$/i;

/**
 * Names keep their spelling in Apex, which ignores case, reserves other words, and looks for a local before a class. This
 * table finds the names that could not keep it: reserved words, names that hide a class, and two that differ only by case.
 */
export function checkNames(sourceFile: ts.SourceFile, classNames: ReadonlySet<string>): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const classes = new Map([...classNames].map((each) => [each.toLowerCase(), each]));
  const topNames = new Map<string, string>();
  const inLowerCase = new Map<string, string>();

  const declare = (node: ts.Identifier, scope: Map<string, string>, isType: boolean, isField: boolean): void => {
    const lower = node.text.toLowerCase();
    const isHidden = !isField && (isType ? apexTypeNamesForTypes : apexTypeNames).has(lower);
    if (apexReservedWords.has(lower) || isHidden || !apexName.test(node.text))
      diagnostics.push(diagnosticAt(node, 'APX008', node.text));
    const hiddenClass = isField ? undefined : classes.get(lower);
    if (hiddenClass !== undefined) diagnostics.push(diagnosticAt(node, 'APX007', node.text, hiddenClass));
    const twin = scope.get(lower) ?? (isField ? undefined : topNames.get(lower));
    // Two interfaces of one name are one type to TypeScript and two classes to Apex.
    if (twin !== undefined && (twin !== node.text || isType))
      diagnostics.push(diagnosticAt(node, 'APX007', node.text, twin));
    scope.set(lower, node.text);
  };

  // `all` is what the function declares anywhere, where case alone must tell no two apart; `visible` is what a block sees.
  const visitLocals = (node: ts.Node, all: Map<string, string>, visible: Set<string>): void => {
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node)) && ts.isIdentifier(node.name)) {
      declare(node.name, all, false, false);
      if (visible.has(node.name.text)) diagnostics.push(diagnosticAt(node, 'APX026', node.name.text));
      visible.add(node.name.text);
    }
    const inner = opensScope(node) ? new Set(visible) : visible;
    ts.forEachChild(node, (child) => visitLocals(child, all, inner));
  };

  // Methods and constants of one class do not share names with its inner classes: those stand in a scope of their own.
  for (const statement of sourceFile.statements) {
    if (ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement)) {
      declare(statement.name, inLowerCase, true, false);
      const members = ts.isInterfaceDeclaration(statement)
        ? statement.members
        : ts.isTypeLiteralNode(statement.type)
          ? statement.type.members
          : [];
      const fields = new Map<string, string>();
      for (const member of members) {
        if (member.name !== undefined && ts.isIdentifier(member.name)) declare(member.name, fields, false, true);
      }
    } else if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) {
      declare(statement.name, topNames, false, false);
    } else if (ts.isVariableStatement(statement)) {
      for (const each of statement.declarationList.declarations) {
        if (ts.isIdentifier(each.name)) declare(each.name, topNames, false, false);
      }
    }
  }
  for (const statement of sourceFile.statements) {
    if (ts.isFunctionDeclaration(statement)) visitLocals(statement, new Map(), new Set());
  }
  return diagnostics;
}

function opensScope(node: ts.Node): boolean {
  return ts.isBlock(node) || ts.isCaseBlock(node) || ts.isForStatement(node) || ts.isForOfStatement(node);
}
