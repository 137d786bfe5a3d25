import path from 'node:path';
import type { TSESLint, TSESTree } from '@typescript-eslint/utils';
import { directions, type Direction } from './directions.ts';

type Message = 'direction' | 'package';

const direction: TSESLint.RuleModule<Message, []> = {
  meta: {
    type: 'problem',
    docs: { description: 'Holds the table of import directions' },
    schema: [],
    messages: {
      direction:
        'IMP001: {{from}} may not import {{target}}, only from {{allowed}}; parts know only what is before them. Next: move what both need to an earlier folder, or pass it in.',
      package:
        'IMP002: {{from}} may not import the package "{{target}}", since it has to run where there are no packages. Next: do this in core/src/author and pass the result in.',
    },
  },
  defaultOptions: [],
  create: (context) => {
    const file = slashes(path.relative(context.cwd, context.filename));
    const rule = directionOf(file);
    if (rule === undefined) return {};
    const check = (source: TSESTree.Node | null) => {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
      if (!source.value.startsWith('.')) {
        const data = { from: rule.from, target: source.value };
        if (!rule.packages) context.report({ node: source, messageId: 'package', data });
        return;
      }
      const target = path.posix.join(path.posix.dirname(file), source.value);
      if (rule.mayImport.some((folder) => isWithin(target, folder))) return;
      const data = { from: rule.from, target, allowed: rule.mayImport.join(', ') };
      context.report({ node: source, messageId: 'direction', data });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      TSImportType: (node) => check(node.source),
    };
  },
};

export const importsPlugin: TSESLint.FlatConfig.Plugin = { meta: { name: 'signalbox-imports' }, rules: { direction } };

function directionOf(file: string): Direction | undefined {
  return directions
    .filter(({ from }) => isWithin(file, from))
    .toSorted((one, other) => other.from.length - one.from.length)
    .at(0);
}

function isWithin(file: string, folder: string): boolean {
  return file === folder || file.startsWith(`${folder}/`);
}

function slashes(file: string): string {
  return file.split(path.sep).join('/');
}
