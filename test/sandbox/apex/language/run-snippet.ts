import { ApexException } from '../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { orgWithoutData, type FieldDescription, type Org } from '../../../../sandbox/salesforce/apex/run/org.ts';
import { compileProgram, type Program, type Transaction } from '../../../../sandbox/salesforce/apex/run/program.ts';
import { textOf } from '../../../../sandbox/salesforce/apex/run/values.ts';
import { readSource } from '../../../../sandbox/salesforce/apex/syntax/read-source.ts';
import {
  decimalType,
  idType,
  integerType,
  stringType,
  type ApexType,
} from '../../../../sandbox/salesforce/apex/types/apex-type.ts';

function field(name: string, type: ApexType, relationshipName: string | null = null, referenceTo: string[] = []) {
  return [name.toLowerCase(), { name, type, relationshipName, referenceTo } satisfies FieldDescription] as const;
}

/** Accounts with contacts: enough objects for what the language does with records. */
export const smallOrg: Org = orgWithoutData([
  {
    name: 'Account',
    label: 'Account',
    keyPrefix: '001',
    fields: new Map([
      field('Id', idType),
      field('Name', stringType),
      field('AnnualRevenue', decimalType),
      field('NumberOfEmployees', integerType),
    ]),
    children: new Map([['contacts', 'Contact']]),
  },
  {
    name: 'Contact',
    label: 'Contact',
    keyPrefix: '003',
    fields: new Map([
      field('Id', idType),
      field('LastName', stringType),
      field('AccountId', idType, 'Account', ['Account']),
    ]),
    children: new Map(),
  },
  { name: 'AggregateResult', label: 'Aggregate Result', keyPrefix: null, fields: new Map(), children: new Map() },
]);

/** Compiles sources, each with the name of its class: compile({ A: 'public class A {}' }). */
export function compile(sources: Readonly<Record<string, string>>): Program {
  return compileProgram(
    Object.entries(sources).map(([name, text]) => {
      const unit = readSource(text, `${name}.cls`, 'class');
      if (unit.kind === 'problems') {
        throw new Error(unit.problems.map((each) => each.message).join('\n'));
      }
      return { fileName: `${name}.cls`, unit };
    }),
    { org: smallOrg },
  );
}

/** The messages of what is wrong with a class of these members, as "line code message". */
export function problemsOf(members: string): string[] {
  return compile({ Snippet: `public class Snippet {\n${members}\n}` }).problems.map(
    (each) => `${String(each.line)} ${each.code} ${each.message}`,
  );
}

/** Begins a transaction of sources that must be without problems. */
export function begin(sources: Readonly<Record<string, string>>): Transaction {
  const program = compile(sources);
  if (program.problems.length > 0) {
    throw new Error(program.problems.map((each) => `${each.fileName}:${String(each.line)} ${each.message}`).join('\n'));
  }
  return program.begin({ now: 0, random: () => 0.5 });
}

/**
 * Runs statements that `return` something inside a class with these members and gives the text of what they return; of an
 * exception its type and message: run('return 1 + 2;') → "3".
 */
export function run(statements: string, members = ''): string {
  const transaction = begin({
    Snippet: `public class Snippet {\n${members}\npublic static Object answer() {\n${statements}\n}\n}`,
  });
  try {
    const answer = transaction.call('Snippet', 'answer', []);
    return transaction.within(() => textOf(answer));
  } catch (thrown) {
    if (thrown instanceof ApexException) {
      return `${thrown.$type.name}: ${thrown.$message ?? ''}`;
    }
    throw thrown;
  }
}
