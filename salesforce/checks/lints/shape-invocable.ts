import { ClassDeclarationContext, FieldDeclarationContext, MethodDeclarationContext } from '@apexdevtools/apex-parser';
import { annotationsOf, enclosing, modifiersOf, type ApexFile, type Hit, type Lint, type Tree } from './apex-file.ts';

const primitives =
  /^(?:system\.)?(?:blob|boolean|date|datetime|decimal|double|id|integer|long|string|time|sobject|object)$/;

/** What the platform takes as an action: one to an outer class, static, from a list to a list. */
export const shapeInvocable: Lint = {
  code: 'APC033',
  find: (file): Hit[] => {
    const methods = file.nodes.filter(
      (node) => node instanceof MethodDeclarationContext && annotationsOf(node).includes('invocablemethod'),
    );
    return [
      ...methods.slice(1).map((node) => hit(node, 'A class may have one', 'move it to a class of its own')),
      ...methods.flatMap((node) => checkMethod(node, file)),
      ...checkVariables(file),
    ];
  },
};

function checkMethod(node: Tree, file: ApexFile): Hit[] {
  const method = node as unknown as MethodDeclarationContext;
  const hits: Hit[] = [];
  const outer = enclosing(node, 'class');
  const modifiers = modifiersOf(node);
  if (outer !== undefined && enclosing(outer, 'class') !== undefined) {
    hits.push(hit(node, 'It must be in an outer class', 'move it there'));
  }
  if (!modifiers.includes('static')) hits.push(hit(node, 'It must be static', 'make it static'));
  if (!modifiers.some((each) => each === 'public' || each === 'global')) {
    hits.push(hit(node, 'It must be public or global', 'write public'));
  }
  if (annotationsOf(node).length > 1) hits.push(hit(node, 'It may have no other annotation', 'remove the other'));
  const [given, ...more] =
    method
      .formalParameters()
      .formalParameterList()
      ?.formalParameter_list()
      .map((each) => typeText(each.typeRef())) ?? [];
  if (more.length > 0) hits.push(hit(node, 'It takes one parameter at most', 'put the values into a class'));
  const returned = method.typeRef() === null ? undefined : typeText(method.typeRef());
  for (const type of [given, returned].filter((each) => each !== undefined)) {
    const cause = whyNot(type, file);
    if (cause !== null)
      hits.push(hit(node, cause, 'use a List of primitives, records or a class with @InvocableVariable'));
  }
  return hits;
}

function whyNot(type: string, file: ApexFile): string | null {
  const [, element] = /^list<(.+)>$/.exec(type) ?? [];
  if (element === undefined) return `${type} is not a List`;
  const inner = /^list<(.+)>$/.exec(element)?.[1] ?? element;
  if (/^(?:map|set|list)</.test(inner)) return `A List of ${inner} is not allowed`;
  if (primitives.test(inner)) return null;
  const declared = file.nodes.find(
    (node) => node instanceof ClassDeclarationContext && node.id().getText().toLowerCase() === inner,
  );
  // A class of another file, or a record, is for the type checker.
  if (declared === undefined || variablesOf(file, declared).length > 0) return null;
  return `The class ${inner} has no @InvocableVariable`;
}

function checkVariables(file: ApexFile): Hit[] {
  const variables = file.nodes.filter((node) => isVariable(node));
  return variables.flatMap((node) => {
    const modifiers = modifiersOf(node);
    const isSeen = modifiers.some((each) => each === 'public' || each === 'global') && !modifiers.includes('static');
    return isSeen ? [] : [hit(node, 'An @InvocableVariable is public or global and not static', 'make it so')];
  });
}

function variablesOf(file: ApexFile, declared: Tree): Tree[] {
  return file.nodes.filter((node) => isVariable(node) && enclosing(node, 'class') === declared);
}

function isVariable(node: Tree): boolean {
  return node instanceof FieldDeclarationContext && annotationsOf(node).includes('invocablevariable');
}

function typeText(type: { getText(): string }): string {
  return type.getText().toLowerCase();
}

function hit(node: Tree, cause: string, next: string): Hit {
  return { node, cause: `The platform does not take this as an action: ${cause}.`, next };
}
