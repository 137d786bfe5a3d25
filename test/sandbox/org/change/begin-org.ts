import { ApexException } from '../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { compileProgram, type Program } from '../../../../sandbox/salesforce/apex/run/program.ts';
import { textOf } from '../../../../sandbox/salesforce/apex/run/values.ts';
import { readSource } from '../../../../sandbox/salesforce/apex/syntax/read-source.ts';
import { InMemoryOrg, type InMemoryOrgOptions } from '../../../../sandbox/salesforce/org/in-memory-org.ts';

/** Noon of 21 November 2026, UTC. */
export const noon = Date.UTC(2026, 10, 21, 12, 0, 0, 250);

const head = '<?xml version="1.0" encoding="UTF-8"?>';

function fieldFile(object: string, name: string, inner: string): [string, string] {
  return [
    `objects/${object}/fields/${name}.field-meta.xml`,
    `${head}<CustomField xmlns="x"><fullName>${name}</fullName><label>${name}</label>${inner}</CustomField>`,
  ];
}

function objectFile(name: string, inner: string): [string, string] {
  return [
    `objects/${name}/${name}.object-meta.xml`,
    `${head}<CustomObject xmlns="x"><label>${name}</label>${inner}</CustomObject>`,
  ];
}

/** A package with a master, its details, a log that points to leads, and rules on leads. */
export const smallPackage: ReadonlyMap<string, string> = new Map([
  objectFile('Plan__c', '<nameField><label>Plan</label><type>Text</type></nameField><pluralLabel>Plans</pluralLabel>'),
  fieldFile(
    'Plan__c',
    'Key__c',
    '<type>Text</type><length>20</length><unique>true</unique><externalId>true</externalId>',
  ),
  fieldFile('Plan__c', 'Size__c', '<type>Number</type><precision>5</precision><scale>2</scale>'),
  fieldFile(
    'Plan__c',
    'Twice__c',
    '<type>Number</type><precision>5</precision><scale>1</scale><formula>Size__c * 2</formula>',
  ),
  fieldFile(
    'Plan__c',
    'Kind__c',
    '<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted><value><fullName>Big</fullName><default>false</default></value><value><fullName>Small</fullName><default>true</default></value></valueSetDefinition></valueSet>',
  ),
  fieldFile(
    'Plan__c',
    'Steps__c',
    '<type>Summary</type><summaryForeignKey>Step__c.Plan__c</summaryForeignKey><summaryOperation>count</summaryOperation>',
  ),
  objectFile(
    'Step__c',
    '<nameField><label>Step</label><type>AutoNumber</type><displayFormat>S-{0000}</displayFormat></nameField>',
  ),
  fieldFile(
    'Step__c',
    'Plan__c',
    '<type>MasterDetail</type><referenceTo>Plan__c</referenceTo><relationshipName>Steps</relationshipName>',
  ),
  fieldFile('Step__c', 'Size__c', '<type>Number</type><precision>5</precision><scale>1</scale>'),
  fieldFile(
    'Plan__c',
    'BigSteps__c',
    '<type>Summary</type><summaryForeignKey>Step__c.Plan__c</summaryForeignKey><summaryOperation>sum</summaryOperation><summarizedField>Step__c.Size__c</summarizedField><summaryFilterItems><field>Step__c.Size__c</field><operation>greaterThan</operation><value>2</value></summaryFilterItems>',
  ),
  objectFile(
    'Log__c',
    '<nameField><label>Log</label><type>AutoNumber</type><displayFormat>L-{0}</displayFormat></nameField>',
  ),
  fieldFile(
    'Log__c',
    'Lead__c',
    '<type>Lookup</type><referenceTo>Lead</referenceTo><relationshipName>Logs</relationshipName>',
  ),
  fieldFile('Log__c', 'Text__c', '<type>Text</type><length>200</length>'),
  fieldFile('Log__c', 'Number__c', '<type>Number</type><precision>8</precision><scale>0</scale>'),
  fieldFile('Lead', 'Score__c', '<type>Number</type><precision>3</precision><scale>0</scale>'),
  [
    'objects/Lead/validationRules/Score_is_positive.validationRule-meta.xml',
    `${head}<ValidationRule><fullName>Score_is_positive</fullName><active>true</active><errorConditionFormula>AND(ISCHANGED(Score__c) || ISNEW(), Score__c &lt; 0)</errorConditionFormula><errorDisplayField>Score__c</errorDisplayField><errorMessage>A score is never negative.</errorMessage></ValidationRule>`,
  ],
]);

export interface Begun {
  readonly org: InMemoryOrg;
  readonly program: Program;
  /** Runs the statements in a transaction of their own; gives the text of what they return or of the exception they end with. */
  readonly run: (statements: string) => string;
}

/** An org with the small package, with these triggers, and with classes by their names. */
export function beginOrg(
  triggers: readonly string[] = [],
  classes: readonly string[] = [],
  options: InMemoryOrgOptions = {},
): Begun {
  const org = new InMemoryOrg({ files: smallPackage, now: () => noon, ...options });
  const sources = [
    ...triggers.map((text) => [text, 'trigger'] as const),
    ...classes.map((text) => [text, 'class'] as const),
  ];
  const compile = (statements: string) => {
    const runner = `public class Runner { public static Object answer() { ${statements} } }`;
    const program = compileProgram(
      [...sources, [runner, 'class'] as const].map(([text, form], index) => {
        const fileName = `${String(index)}.${form}`;
        const unit = readSource(text, fileName, form);
        if (unit.kind === 'problems') {
          throw new Error(unit.problems.map((each) => each.message).join('\n'));
        }
        return { fileName, unit };
      }),
      { org },
    );
    if (program.problems.length > 0) {
      throw new Error(
        program.problems.map((each) => `${each.fileName}:${String(each.line)} ${each.message}`).join('\n'),
      );
    }
    org.useTriggers(program);
    return program;
  };
  const run = (statements: string) => {
    const transaction = compile(statements).begin({ now: noon });
    try {
      return org.transact(() => transaction.within(() => textOf(transaction.call('Runner', 'answer', []))));
    } catch (thrown) {
      if (thrown instanceof ApexException) {
        return `${thrown.$type.name}: ${thrown.$message ?? ''}`;
      }
      throw thrown;
    }
  };
  return { org, program: compile('return null;'), run };
}
