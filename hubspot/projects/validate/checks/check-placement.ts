import { similarNames } from '../../../../core/src/author/policy/similar-names.ts';
import { componentRules, isComponentType, ruleOf, type ComponentType } from '../../component-types.ts';
import type { Finding } from '../finding.ts';
import type { MetadataFile, ParsedProject } from '../parsed-project.ts';

const types = Object.keys(componentRules) as ComponentType[];

/** Whether each component is of a known type, in the folder of its type, and not more often than an app may have it. */
export function checkPlacement({ sourceFolder, metadata }: ParsedProject): Finding[] {
  return [
    ...metadata.flatMap((each) => checkOne(sourceFolder, each)),
    ...checkApps(sourceFolder, metadata),
    ...types.filter((type) => ruleOf(type).isSingular && type !== 'app').flatMap((type) => checkSingle(type, metadata)),
  ];
}

function checkOne(sourceFolder: string, { file, folder, type }: MetadataFile): Finding[] {
  if (type === undefined) return [];
  if (!isComponentType(type)) return [unknownType(file, type)];
  const right = ruleOf(type).folder;
  if (folder === right) return [];
  const move = `Move it to ${sourceFolder}/${right}/.`;
  if (types.some((each) => ruleOf(each).folder === folder)) {
    const what = `a component of type ${type} stands in ${sourceFolder}/${folder}.`;
    return [{ code: 'HSM005', file, what, cause: `HubSpot wants it in ${sourceFolder}/${right}.`, next: move }];
  }
  const what = `HubSpot does not look into ${sourceFolder}/${folder}.`;
  const cause = 'Metadata stands at the root of the folder of its type; deeper or elsewhere it is passed over.';
  return [{ code: 'HSM004', file, what, cause, next: move }];
}

function unknownType(file: string, type: unknown): Finding {
  const written = typeof type === 'string' ? type : JSON.stringify(type);
  const similar = similarNames(written, types);
  return {
    code: 'HSM006',
    file: file,
    what: `there is no type "${written}".`,
    cause: 'HubSpot does not build components of types that it does not know.',
    next: similar.length > 0 ? `Write ${similar[0]}, if that is meant.` : `Use one of: ${types.join(', ')}.`,
  };
}

function checkApps(sourceFolder: string, metadata: readonly MetadataFile[]): Finding[] {
  const apps = metadata.filter(({ type }) => type === 'app');
  if (apps.length === 1) return [];
  const file = apps[1]?.file ?? `${sourceFolder}/app/app-hsmeta.json`;
  const what = apps.length === 0 ? 'the project has no app.' : `the project has ${apps.length} apps.`;
  const next = apps.length === 0 ? 'Add the app’s metadata.' : `Keep one; the first is ${apps[0]!.file}.`;
  return [{ code: 'HSM013', file, what, cause: 'A project is built into one app.', next }];
}

function checkSingle(type: ComponentType, metadata: readonly MetadataFile[]): Finding[] {
  const [first, ...others] = metadata.filter((each) => each.type === type);
  return others.map(({ file }) => ({
    code: 'HSM014',
    file: file,
    what: `it is one more component of type ${type}.`,
    cause: 'An app has one of it.',
    next: `Put what it says into ${first!.file}.`,
  }));
}
