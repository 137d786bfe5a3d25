import {
  ESLintUtils,
  type ParserServicesWithTypeInformation,
  type TSESLint,
  type TSESTree,
} from '@typescript-eslint/utils';

export interface SubsetContext {
  readonly report: (node: TSESTree.Node | TSESTree.Token, thing: string) => void;
  readonly sourceCode: Readonly<TSESLint.SourceCode>;
  readonly filename: string;
  readonly services: () => ParserServicesWithTypeInformation;
}

export interface SubsetDefinition {
  readonly code: string;
  readonly name: string;
  /** What is out, as a phrase for the table of codes. */
  readonly out: string;
  readonly why: string;
  readonly remedy: string;
  /** Rules on names hold for the hand-written intrinsic files too; all others are about bodies. */
  readonly appliesTo: 'bodies' | 'names';
  readonly create: (context: SubsetContext) => TSESLint.RuleListener;
}

export interface SubsetRule extends SubsetDefinition {
  readonly module: TSESLint.RuleModule<'found', []>;
}

export function subsetRule(definition: SubsetDefinition): SubsetRule {
  const module: TSESLint.RuleModule<'found', []> = {
    meta: {
      type: 'problem',
      docs: { description: `${definition.code} rejects ${definition.out}` },
      schema: [],
      messages: {
        found: `${definition.code}: {{thing}} is outside the subset. ${definition.why} Next: ${definition.remedy}`,
      },
    },
    defaultOptions: [],
    create: (context) =>
      definition.create({
        report: (node, thing) => context.report({ node, messageId: 'found', data: { thing } }),
        sourceCode: context.sourceCode,
        filename: context.filename,
        services: () => ESLintUtils.getParserServices(context),
      }),
  };
  return { ...definition, module };
}
