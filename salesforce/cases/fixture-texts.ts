import { callStatic, type Expression } from '../compiler/apex/tree.ts';
import { printStatements } from '../compiler/apex/print-class.ts';
import { writeText } from './write-value.ts';

/** The class that holds what many cases give: policies, rosters and calendars. */
export const fixturesClass = 'SbxCaseFixtures';

/** Each text is written once, as a method named after the first fixture that has it. */
export class FixtureTexts {
  readonly #nameByText = new Map<string, string>();
  readonly #countByName = new Map<string, number>();

  /** A call of the method that answers the text. */
  refer(name: string, value: unknown): Expression {
    const text = JSON.stringify(value);
    let method = this.#nameByText.get(text);
    if (method === undefined) {
      const count = (this.#countByName.get(name) ?? 0) + 1;
      this.#countByName.set(name, count);
      method = count === 1 ? name : `${name}Variant${count - 1}`;
      this.#nameByText.set(text, method);
    }
    return callStatic(fixturesClass, method);
  }

  /** The class of all texts that were referred to. */
  print(): string {
    const methods = [...this.#nameByText].map(([text, name]) =>
      [
        `  public static System.String ${name}() {`,
        ...printStatements([{ kind: 'return', comments: [], value: writeText(text) }], fixturesClass, 2),
        '  }',
      ].join('\n'),
    );
    return [
      '/** The policies, rosters and calendars of the cases, as JSON. */',
      '@IsTest',
      `public class ${fixturesClass} {`,
      methods.join('\n\n'),
      '}',
      '',
    ].join('\n');
  }
}
