import { similarNames } from '../../../../core/src/author/policy/similar-names.ts';
import type { FindingCode } from '../finding-codes.ts';
import type { Finding } from '../finding.ts';
import { componentsOf, type Component, type FilledProject } from '../parsed-project.ts';

type Config = Component<'workflow-action'>['config'];
type Labels = Config['labels']['en'];
type Find = (code: FindingCode, what: string, cause: string, next: string) => void;

/** The types that workflows enrol, as `objectTypes` names them. LEAD is taken from how the others are written. */
const objectTypes = ['CONTACT', 'COMPANY', 'DEAL', 'TICKET', 'QUOTE', 'LEAD'];
/** Keys of an answer that steer the workflow instead of being shown. */
const reserved = ['hs_execution_state', 'hs_expiration_duration'];

/** Whether actions can be shown in a workflow: fields, labels, options, rules and what agents are told. */
export function checkActions(project: FilledProject): Finding[] {
  return componentsOf(project, 'workflow-action').flatMap(({ file, config }) => {
    const findings: Finding[] = [];
    const find: Find = (code, what, cause, next) => {
      findings.push({ code, file, what, cause, next });
    };
    checkFields(config, find);
    for (const [language, labels] of Object.entries(config.labels)) checkLabels(language, labels, config, find);
    checkRules(config, find);
    checkObjects(config, find);
    checkClients(config, find);
    return findings;
  });
}

function checkFields({ inputFields = [], outputFields = [] }: Config, find: Find): void {
  const inputs = inputFields.map(({ typeDefinition }) => typeDefinition);
  const outputs = outputFields.map(({ typeDefinition }) => typeDefinition);
  for (const { name } of outputs.filter((each) => reserved.includes(each.name))) {
    const cause = 'HubSpot reads it as what to do with the workflow, whatever the action declares.';
    find('HSM066', `an output is called ${name}.`, cause, 'Choose another name.');
  }
  for (const [kind, fields] of Object.entries({ input: inputs, output: outputs })) {
    for (const name of doubled(fields.map((field) => field.name))) {
      find('HSM063', `two ${kind}s are called ${name}.`, 'HubSpot keeps one of them.', 'Choose another name.');
    }
  }
  for (const field of [...inputs, ...outputs]) {
    const { name, type, options = [], optionsUrl, externalOptions, referencedObjectType } = field;
    const isFilled = optionsUrl !== undefined || externalOptions === true || referencedObjectType !== undefined;
    if (type === 'enumeration' && options.length === 0 && !isFilled) {
      find('HSM062', `the enumeration ${name} has no options.`, 'There would be nothing to choose.', 'Add options.');
    }
    for (const value of doubled(options.map((option) => option.value))) {
      find('HSM063', `two options of ${name} are "${value}".`, 'HubSpot keeps one of them.', 'Keep one.');
    }
  }
}

function checkLabels(
  language: string,
  labels: Labels,
  { inputFields = [], outputFields = [] }: Config,
  find: Find,
): void {
  const inputs = inputFields.map(({ typeDefinition }) => typeDefinition.name);
  const outputs = outputFields.map(({ typeDefinition }) => typeDefinition.name);
  compare('inputFieldLabels', inputs, labels.inputFieldLabels, true);
  compare('inputFieldDescriptions', inputs, labels.inputFieldDescriptions, false);
  compare('outputFieldLabels', outputs, labels.outputFieldLabels, true);
  for (const [, name] of labels.actionCardContent.matchAll(/\{\{\s*([^}\s]+)\s*\}\}/g)) {
    if (inputs.includes(name!)) continue;
    const similar = similarNames(name!, inputs);
    const next = similar.length > 0 ? `Write {{${similar[0]}}}.` : 'Name an input, or take it out.';
    find('HSM065', `the card of the action shows {{${name}}}.`, 'The action has no such input.', next);
  }

  function compare(
    key: string,
    fields: string[],
    given: Readonly<Record<string, string>> | undefined,
    isNeeded: boolean,
  ): void {
    const names = Object.keys(given ?? {});
    for (const field of fields.filter((each) => isNeeded && !names.includes(each))) {
      const cause = 'People would see the name of the field, or nothing.';
      find('HSM060', `labels.${language}.${key} has no ${field}.`, cause, 'Add it.');
    }
    for (const name of names.filter((each) => !fields.includes(each))) {
      const similar = similarNames(name, fields);
      const next = similar.length > 0 ? `Write ${similar[0]}, if that is meant.` : 'Take it out, or add the field.';
      find('HSM061', `labels.${language}.${key} names ${name}.`, 'The action has no such field.', next);
    }
  }
}

function checkRules(
  { inputFields = [], inputFieldDependencies = [], executionRules = [], labels }: Config,
  find: Find,
): void {
  const inputs = inputFields.map(({ typeDefinition }) => typeDefinition.name);
  for (const { controllingFieldName, dependentFieldNames } of inputFieldDependencies) {
    for (const name of [controllingFieldName, ...dependentFieldNames].filter((each) => !inputs.includes(each))) {
      find('HSM067', `inputFieldDependencies names ${name}.`, 'The action has no such input.', 'Name an input of it.');
    }
  }
  for (const { labelName } of executionRules) {
    if (labels.en.executionRules?.[labelName] !== undefined) continue;
    const cause = 'labels.en.executionRules does not say what people read when the rule applies.';
    find('HSM067', `the execution rule ${labelName} has no text.`, cause, 'Add it there.');
  }
}

function checkObjects({ objectTypes: named }: Config, find: Find): void {
  for (const type of named.filter((each) => !objectTypes.includes(each))) {
    const similar = similarNames(type, objectTypes);
    const next =
      similar.length > 0 ? `Write ${similar[0]}, if that is meant.` : `Use some of: ${objectTypes.join(', ')}.`;
    find('HSM064', `there are no workflows of "${type}".`, 'The action would be offered nowhere.', next);
  }
}

function checkClients({ supportedClients }: Config, find: Find): void {
  for (const { client, toolType, llmConfig } of supportedClients) {
    const isTold = toolType !== undefined && llmConfig !== undefined;
    if (client === 'AGENTS' && !isTold) {
      const cause = 'An agent chooses tools by toolType and llmConfig.actionDescription.';
      find('HSM068', 'the client AGENTS is not told what the tool does.', cause, 'Add both to that client.');
    }
    if (client !== 'AGENTS' && (toolType !== undefined || llmConfig !== undefined)) {
      const cause = 'toolType and llmConfig are for agents.';
      find('HSM068', `the client ${client} has the keys of an agent tool.`, cause, 'Move them to the client AGENTS.');
    }
  }
}

function doubled(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, place) => names.indexOf(name) !== place))];
}
