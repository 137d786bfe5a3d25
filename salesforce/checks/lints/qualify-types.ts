import {
  CatchClauseContext,
  ClassDeclarationContext,
  CreatedNameContext,
  DotExpressionContext,
  EnhancedForControlContext,
  EnumDeclarationContext,
  FormalParameterContext,
  InterfaceDeclarationContext,
  PropertyDeclarationContext,
  TypeRefContext,
  VariableDeclaratorContext,
} from '@apexdevtools/apex-parser';
import type { ApexFile, Hit, Lint, Tree } from './apex-file.ts';

const platformTypes: Readonly<Record<string, string>> = {
  ...inNamespace(
    'System',
    'AccessLevel Address Assert AsyncOptions Blob Boolean Callable Comparable Comparator Cookie Crypto Database Date Datetime Decimal ' +
      'Double EncodingUtil EventBus Exception FeatureManagement Finalizer FinalizerContext Http HttpRequest HttpResponse Id Integer Iterable Iterator JSON Label ' +
      'Limits Long Math Matcher Pattern Queueable QueueableContext Quiddity Request RestContext RestRequest RestResponse Sandbox Schedulable SchedulableContext ' +
      'Search Security String StubProvider Test Time Type TypeException UninstallHandler URL UserInfo UUID Version DmlException QueryException JSONException LimitException ' +
      'NullPointerException CalloutException ListException MathException SObjectException StringException InstallHandler InstallContext UninstallContext',
  ),
  ...inNamespace(
    'Schema',
    'ChildRelationship DescribeFieldResult DescribeSObjectResult DisplayType PicklistEntry RecordTypeInfo SObjectField SObjectType FieldSet',
  ),
};
// Theirs is a namespace of their own, which the platform resolves first; qualified they would not compile.
const namespaces = ['database', 'eventbus', 'schema', 'system', 'search'];

/** A class of the customer with the name of a platform type would take its place; a qualified name is never mistaken. */
export const qualifyTypes: Lint = {
  code: 'APC034',
  find: (file): Hit[] => {
    const declared = listDeclared(file);
    return file.nodes.flatMap((node) => {
      const name = nameOf(node);
      const known = name === null ? undefined : platformTypes[name.toLowerCase()];
      if (name === null || known === undefined || declared.has(name.toLowerCase())) return [];
      const cause = `${name} could be a class of the customer.`;
      return [{ node, cause, next: `write ${known}.${name}` }];
    });
  },
};

function nameOf(node: Tree): string | null {
  if (node instanceof TypeRefContext) {
    const parts = node.typeName_list();
    const [first] = parts;
    const isQualifier = parts.length > 1 && namespaces.includes(first?.getText().toLowerCase() ?? '');
    return first === undefined || isQualifier ? null : withoutArguments(first.getText());
  }
  if (node instanceof CreatedNameContext) {
    const parts = node.idCreatedNamePair_list();
    const [first] = parts;
    const isQualifier = parts.length > 1 && namespaces.includes(first?.getText().toLowerCase() ?? '');
    return first === undefined || isQualifier ? null : withoutArguments(first.getText());
  }
  if (!(node instanceof DotExpressionContext)) return null;
  const base = node.expression().getText();
  return /^\w+$/.test(base) ? base : null;
}

function withoutArguments(name: string): string {
  return name.replace(/<[^]*$/, '');
}

// "Type.forName" is the platform's unless something here is called "type", and "Request" may be a class in the class.
const declarations = [
  CatchClauseContext,
  ClassDeclarationContext,
  EnhancedForControlContext,
  EnumDeclarationContext,
  FormalParameterContext,
  InterfaceDeclarationContext,
  PropertyDeclarationContext,
  VariableDeclaratorContext,
];

function listDeclared({ nodes }: ApexFile): Set<string> {
  return new Set(
    nodes
      .filter((node) => declarations.some((each) => node instanceof each))
      .map((node) => (node as unknown as VariableDeclaratorContext).id().getText().toLowerCase()),
  );
}

function inNamespace(namespace: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name.toLowerCase(), namespace]));
}
