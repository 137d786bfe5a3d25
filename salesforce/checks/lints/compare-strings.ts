import {
  EqualityExpressionContext,
  FieldDeclarationContext,
  FormalParameterContext,
  LocalVariableDeclarationContext,
  EnhancedForControlContext,
} from '@apexdevtools/apex-parser';
import type { ApexFile, Hit, Lint, Tree } from './apex-file.ts';

/** On texts `==` does not regard case, which is hardly ever meant. Only names that are texts wherever they are declared. */
export const compareStrings: Lint = {
  code: 'APC037',
  find: (file): Hit[] => {
    if (file.isTest) return [];
    const texts = namesOfTexts(file);
    const isText = (side: string): boolean => side.startsWith("'") || texts.has(side.toLowerCase());
    return file.nodes.flatMap((node) => {
      if (!(node instanceof EqualityExpressionContext) || node.getText().includes('===')) return [];
      const sides = node.expression_list().map((side) => side.getText());
      // A text without letters, such as the empty one, has no case.
      if (sides.some((side) => /^(?:null|'[^a-z]*')$/i.test(side))) return [];
      if (!sides.every(isText)) return [];
      const cause = `${node.getText()} does not regard case.`;
      return [{ node: node, cause, next: 'write .equals() or, if it is meant, .equalsIgnoreCase()' }];
    });
  },
};

function namesOfTexts({ nodes }: ApexFile): Set<string> {
  const texts = new Set<string>();
  const others = new Set<string>();
  for (const { type, name } of nodes.flatMap(declaredBy)) {
    (/^(?:system\.)?string$/i.test(type) ? texts : others).add(name.toLowerCase());
  }
  return new Set([...texts].filter((name) => !others.has(name)));
}

function declaredBy(node: Tree): { type: string; name: string }[] {
  if (node instanceof FormalParameterContext || node instanceof EnhancedForControlContext) {
    return [{ type: node.typeRef().getText(), name: node.id().getText() }];
  }
  if (!(node instanceof LocalVariableDeclarationContext || node instanceof FieldDeclarationContext)) return [];
  const type = node.typeRef().getText();
  return node
    .variableDeclarators()
    .variableDeclarator_list()
    .map((each) => ({ type, name: each.id().getText() }));
}
