import { writeType, type Type } from '../types/type.ts';
import { indentWidth, join, setLines, group, indent, line, softLine, type Layout } from './layout.ts';
import { layOutExpression } from './print-expression.ts';
import type { ApexClass, Expression, Method, RecordClass, Statement } from './tree.ts';

/** The text of a class, without the header that says where it comes from. */
export function printClass(apexClass: ApexClass): string {
  const printer = new Printer(apexClass.name);
  printer.doc(apexClass.doc);
  printer.line(`public inherited sharing class ${apexClass.name} {`);
  printer.depth = 1;
  let isFirst = true;
  const separate = (): void => {
    if (!isFirst) printer.line('');
    isFirst = false;
  };
  let wasDocumented = false;
  for (const [place, constant] of apexClass.constants.entries()) {
    const isDocumented = constant.doc.length > 0;
    if (place === 0 || isDocumented || wasDocumented) separate();
    wasDocumented = isDocumented;
    printer.doc(constant.doc);
    const visibility = constant.isPublic ? 'public' : 'private';
    printer.assignment(`${visibility} static final ${printer.type(constant.type)} ${constant.name}`, constant.value);
  }
  for (const record of apexClass.records) {
    separate();
    printer.record(record);
  }
  for (const method of apexClass.methods) {
    separate();
    printer.method(method);
  }
  printer.depth = 0;
  printer.line('}');
  return `${printer.lines.join('\n')}\n`;
}

/** The lines of statements as they stand inside a method of a class. */
export function printStatements(statements: readonly Statement[], inClass: string, depth: number): string[] {
  const printer = new Printer(inClass);
  printer.depth = depth - 1;
  printer.block(statements);
  return printer.lines;
}

class Printer {
  readonly lines: string[] = [];
  depth = 0;
  readonly #className: string;

  constructor(className: string) {
    this.#className = className;
  }

  type(type: Type): string {
    return writeType(type, this.#className);
  }

  line(text: string): void {
    this.lines.push(text === '' ? '' : `${' '.repeat(this.depth * indentWidth)}${text}`);
  }

  laid(layout: Layout): void {
    const set = setLines(layout, this.depth * indentWidth, this.depth);
    for (const [place, text] of set.split('\n').entries()) this.lines.push(place === 0 ? this.#indented(text) : text);
  }

  #indented(text: string): string {
    return `${' '.repeat(this.depth * indentWidth)}${text}`;
  }

  expression(expression: Expression): Layout {
    return layOutExpression(expression, this.#className);
  }

  doc(lines: readonly string[]): void {
    if (lines.length === 1) {
      this.line(`/** ${lines[0]!} */`);
    } else if (lines.length > 1) {
      this.line('/**');
      for (const text of lines) this.line(text === '' ? ' *' : ` * ${text}`);
      this.line(' */');
    }
  }

  assignment(target: string, value: Expression): void {
    this.laid(join(`${target} = `, this.#afterEquals(value), ';'));
  }

  /** A long sum or condition starts on its own line; a call or a list breaks inside its brackets. */
  #afterEquals(value: Expression): Layout {
    const laid = this.expression(value);
    return value.kind === 'binary' ? group(indent(softLine, laid)) : laid;
  }

  record(record: RecordClass): void {
    this.doc(record.doc);
    this.line(`public class ${record.name} {`);
    this.depth += 1;
    for (const field of record.fields) {
      this.doc(field.doc);
      this.line(`public ${this.type(field.type)} ${field.name};`);
    }
    if (record.hasConstructor) {
      this.line('');
      this.laid(join(`public ${record.name}`, this.#parameters(record.fields), ' {'));
      this.depth += 1;
      for (const field of record.fields) this.line(`this.${field.name} = ${field.name};`);
      this.depth -= 1;
      this.line('}');
    }
    this.depth -= 1;
    this.line('}');
  }

  method(method: Method): void {
    this.doc(method.doc);
    const visibility = method.isPublic ? 'public' : 'private';
    const head = `${visibility} static ${this.type(method.returns)} ${method.name}`;
    this.laid(join(head, this.#parameters(method.parameters), ' {'));
    this.block(method.body);
    this.line('}');
  }

  #parameters(parameters: readonly { readonly type: Type; readonly name: string }[]): Layout {
    if (parameters.length === 0) return '()';
    const written = parameters.map((each, place) =>
      join(place === 0 ? '' : join(',', line), `${this.type(each.type)} ${each.name}`),
    );
    return group('(', indent(softLine, ...written), softLine, ')');
  }

  block(statements: readonly Statement[]): void {
    this.depth += 1;
    for (const statement of statements) this.statement(statement);
    this.depth -= 1;
  }

  statement(statement: Statement): void {
    for (const comment of statement.comments) this.line(`// ${comment}`);
    switch (statement.kind) {
      case 'local':
        return this.assignment(`${this.type(statement.type)} ${statement.name}`, statement.value);
      case 'expression':
        return this.laid(join(this.#statementExpression(statement.expression), ';'));
      case 'return':
        return this.#returning(statement.value);
      case 'break':
      case 'continue':
        return this.line(`${statement.kind};`);
      case 'if':
        return this.#branch(statement);
      case 'while':
        this.laid(join('while ', this.#bracketed(statement.condition), ' {'));
        break;
      case 'for':
        this.laid(
          join(
            `for (${this.type(statement.type)} ${statement.name} = `,
            this.expression(statement.start),
            '; ',
            this.expression(statement.condition),
            '; ',
            this.expression(statement.update),
            ') {',
          ),
        );
        break;
      case 'forEach':
        this.laid(
          join(`for (${this.type(statement.type)} ${statement.name} : `, this.expression(statement.over), ') {'),
        );
        break;
      case 'switch':
        return this.#choice(statement);
    }
    this.block(statement.body);
    this.line('}');
  }

  #statementExpression(expression: Expression): Layout {
    if (expression.kind !== 'assign') return this.expression(expression);
    return join(this.expression(expression.target), ` ${expression.operator} `, this.#afterEquals(expression.value));
  }

  #returning(value: Expression | null): void {
    if (value === null) return this.line('return;');
    this.laid(join('return ', this.expression(value), ';'));
  }

  #bracketed(condition: Expression): Layout {
    return group('(', indent(softLine, this.expression(condition)), softLine, ')');
  }

  #branch(statement: Statement & { kind: 'if' }): void {
    this.laid(join('if ', this.#bracketed(statement.condition), ' {'));
    let branch: (Statement & { kind: 'if' }) | null = statement;
    while (branch !== null) {
      this.block(branch.then);
      const otherwise: readonly Statement[] | null = branch.otherwise;
      branch = null;
      if (otherwise !== null) {
        const only = otherwise.length === 1 ? otherwise[0]! : null;
        if (only !== null && only.kind === 'if' && only.comments.length === 0) {
          this.laid(join('} else if ', this.#bracketed(only.condition), ' {'));
          branch = only;
        } else {
          this.line('} else {');
          this.block(otherwise);
        }
      }
    }
    this.line('}');
  }

  #choice(statement: Statement & { kind: 'switch' }): void {
    this.laid(join('switch on ', this.expression(statement.on), ' {'));
    this.depth += 1;
    for (const each of statement.cases) {
      const values = each.values.map((value, place) => join(place === 0 ? '' : ', ', this.expression(value)));
      this.laid(join('when ', ...values, ' {'));
      this.block(each.body);
      this.line('}');
    }
    if (statement.otherwise !== null) {
      this.line('when else {');
      this.block(statement.otherwise);
      this.line('}');
    }
    this.depth -= 1;
    this.line('}');
  }
}
