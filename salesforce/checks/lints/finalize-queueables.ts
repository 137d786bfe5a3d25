import { ClassDeclarationContext } from '@apexdevtools/apex-parser';
import type { Hit, Lint } from './apex-file.ts';

/** A queueable that is killed tells nobody, unless a finalizer does. */
export const finalizeQueueables: Lint = {
  code: 'APC036',
  find: (file): Hit[] =>
    file.isTest
      ? []
      : file.nodes
          .filter((node) => node instanceof ClassDeclarationContext && implementsQueueable(node))
          .filter((node) => !/\bsystem\.attachfinalizer\(/i.test(node.getText()))
          .map((node) => ({
            node,
            cause: 'This queueable attaches no finalizer, so nobody learns when the platform ends it.',
            next: 'call System.attachFinalizer first in execute',
          })),
};

function implementsQueueable(node: ClassDeclarationContext): boolean {
  return /(?:^|[,.])queueable(?:,|$)/i.test(node.typeList()?.getText() ?? '');
}
