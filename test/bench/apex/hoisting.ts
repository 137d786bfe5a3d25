import { compile } from '../../../salesforce/compiler/compile.ts';
import { printClass } from '../../../salesforce/compiler/apex/print-class.ts';
import { readEngine, root } from '../../../salesforce/compiler/read-program.ts';
import { rewriteClass } from '../../differential/mutate/rewrite.ts';
import { atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';

const longestClass = 1_000_000;

/** How much of the output stands there only because Apex lacks an expression: records filled field by field. */
export function benchHoisting(reporter: Reporter): void {
  reporter.heading('The output of the compiler');
  const { program, modules } = readEngine();
  const { classes } = compile(program, modules, root);
  let lines = 0;
  let longest = 0;
  let hoisted = 0;
  for (const { apexClass } of classes) {
    const text = printClass(apexClass);
    lines += text.split('\n').length;
    longest = Math.max(longest, text.length);
    hoisted += countHoisted(apexClass);
  }
  reporter.note(`${classes.length} classes, ${lines.toLocaleString('en-US')} lines`);
  reporter.figure('lines that fill a record field by field', (100 * hoisted) / lines, '%', atMost(5));
  reporter.figure('longest class', longest, 'characters', atMost(longestClass));
}

/** A record made empty, and every assignment to one of its fields in the statements right behind it. */
function countHoisted(apexClass: Parameters<typeof rewriteClass>[0]): number {
  let hoisted = 0;
  let filled: string | null = null;
  rewriteClass(apexClass, {
    statement: (statement) => {
      if (statement.kind === 'local' && statement.value.kind === 'new' && statement.value.type.kind === 'record') {
        const isEmpty = statement.value.arguments.length === 0;
        filled = isEmpty ? statement.name : null;
        hoisted += isEmpty ? 1 : 0;
      } else if (filled !== null && statement.kind === 'expression' && statement.expression.kind === 'assign') {
        const { target } = statement.expression;
        const isFill = target.kind === 'field' && target.of.kind === 'name' && target.of.name === filled;
        hoisted += isFill ? 1 : 0;
        filled = isFill ? filled : null;
      } else {
        filled = null;
      }
      return [statement];
    },
  });
  return hoisted;
}
