import { similarNames } from '../../../../core/src/author/policy/similar-names.ts';
import type { FindingCode } from '../finding-codes.ts';
import type { Finding } from '../finding.ts';
import { componentsOf, type FilledProject } from '../parsed-project.ts';

const hubSpotObjects = ['CONTACT', 'COMPANY', 'DEAL', 'TICKET'];
/** What templates of events can show beside the event's own properties. */
const always = ['timestamp', 'id'];

/** Whether app objects, associations and events name what is there. */
export function checkObjects(project: FilledProject): Finding[] {
  return [...checkAppObjects(project), ...checkAssociations(project), ...checkEvents(project)];
}

function checkAppObjects(project: FilledProject): Finding[] {
  return componentsOf(project, 'app-object').flatMap(({ file, config }) => {
    const findings: Finding[] = [];
    const find = (code: FindingCode, what: string, cause: string, next: string): void => {
      findings.push({ code, file, what, cause, next });
    };
    const properties = config.properties.map(({ name }) => name);
    const groups = (config.propertyGroups ?? []).map(({ name }) => name);
    const named = [
      config.primaryDisplayLabelPropertyName,
      ...(config.secondaryDisplayLabelPropertyNames ?? []),
      ...(config.defaultCreateFormFields ?? []).map(({ propertyName }) => propertyName),
    ];
    for (const name of new Set(named.filter((each) => !properties.includes(each)))) {
      find('HSM090', `it names the property ${name}.`, 'The object has no such property.', nearest(name, properties));
    }
    for (const { groupName } of config.properties) {
      if (groupName === undefined || groups.includes(groupName)) continue;
      find('HSM090', `it names the group ${groupName}.`, 'The object has no such group.', nearest(groupName, groups));
    }
    for (const name of new Set(properties.filter((each, place) => properties.indexOf(each) !== place))) {
      find('HSM063', `two properties are called ${name}.`, 'HubSpot keeps one of them.', 'Choose another name.');
    }
    for (const { name, type, options = [] } of config.properties) {
      if (type !== 'enumeration' || options.length > 0) continue;
      find('HSM062', `the enumeration ${name} has no options.`, 'There would be nothing to choose.', 'Add options.');
    }
    return findings;
  });
}

function checkAssociations(project: FilledProject): Finding[] {
  const objects = [...hubSpotObjects, ...componentsOf(project, 'app-object').map(({ uid }) => uid)];
  return componentsOf(project, 'app-object-association').flatMap(({ file, config }) =>
    [config.firstObjectType, config.secondObjectType]
      .filter((name) => !objects.includes(name))
      .map((name): Finding => {
        const cause = 'An association joins an app object, by its uid, with another or with one of HubSpot’s.';
        return { code: 'HSM091', file, what: `it names the object ${name}.`, cause, next: nearest(name, objects) };
      }),
  );
}

function checkEvents(project: FilledProject): Finding[] {
  return componentsOf(project, 'app-event').flatMap(({ file, config }) => {
    const properties = config.properties.map(({ name }) => name);
    const shown = [config.headerTemplate, config.detailTemplate].flatMap(namesIn);
    const absent = [...new Set(shown)].filter((name) => !properties.includes(name) && !always.includes(name));
    return [
      ...absent.map((name): Finding => {
        const next = nearest(name, properties);
        return {
          code: 'HSM092',
          file,
          what: `a template shows {{${name}}}.`,
          cause: 'The event has no such property.',
          next,
        };
      }),
      ...config.properties
        .filter(({ type, options = [] }) => type === 'enumeration' && options.length === 0)
        .map(({ name }): Finding => {
          const what = `the enumeration ${name} has no options.`;
          return { code: 'HSM062', file, what, cause: 'HubSpot knows no value of it.', next: 'Add options.' };
        }),
    ];
  });
}

/** namesIn('{{a}} at {{#formatDate b}}{{/formatDate}}') → ['a', 'b'] */
function namesIn(template: string): string[] {
  return [...template.matchAll(/\{\{\s*([^}]+?)\s*\}\}/g)].flatMap(([, inside]) => {
    if (inside!.startsWith('/')) return [];
    if (!inside!.startsWith('#')) return [inside!];
    return inside!.split(/\s+/).slice(1);
  });
}

function nearest(name: string, known: readonly string[]): string {
  const similar = similarNames(name, known);
  return similar.length > 0
    ? `Write ${similar[0]}, if that is meant.`
    : `Use one of: ${known.slice(0, 20).join(', ')}.`;
}
