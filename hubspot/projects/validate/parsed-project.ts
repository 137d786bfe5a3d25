import type { ComponentType } from '../component-types.ts';
import type { PlatformVersion } from '../platform-version.ts';
import type { ProjectFiles } from '../project-files.ts';
import type { ConfigOf } from './schemas/config-schemas.ts';
import type { VariableValue } from './substitute-variables.ts';

/** A metadata file that is an object of JSON, whatever is in it. */
export type MetadataFile = {
  /** From the project's folder: src/app/cards/a-hsmeta.json */
  readonly file: string;
  /** Below the source folder: app/cards */
  readonly folder: string;
  readonly uid: unknown;
  readonly type: unknown;
  readonly content: Readonly<Record<string, unknown>>;
};

export type Profile = {
  readonly file: string;
  readonly name: string;
  readonly variables: Readonly<Record<string, VariableValue>>;
};

/** A project as far as it can be read. */
export type ParsedProject = {
  readonly files: ProjectFiles;
  readonly sourceFolder: string;
  readonly platform: PlatformVersion;
  /** In the order of their files. */
  readonly metadata: readonly MetadataFile[];
  readonly profiles: readonly Profile[];
  /** Whether there is not even a profile that cannot be read. */
  readonly isWithoutProfile: boolean;
};

/** A component of which all keys and values have the form that its type asks for. */
export type Component<Type extends ComponentType = ComponentType> = {
  readonly file: string;
  readonly uid: string;
  readonly type: Type;
  readonly config: ConfigOf<Type>;
};

/** The project with the variables of one profile filled in. */
export type FilledProject = ParsedProject & {
  /** Those of the right form only: what is wrong with the others is said already. */
  readonly components: readonly Component[];
};

/** The components of one type. */
export function componentsOf<Type extends ComponentType>(
  project: FilledProject,
  type: Type,
): readonly Component<Type>[] {
  return project.components.filter((component): component is Component<Type> => component.type === type);
}

/** The one app; null where there is none, or several. */
export function appOf(project: FilledProject): Component<'app'> | null {
  const [app, ...others] = componentsOf(project, 'app');
  return app === undefined || others.length > 0 ? null : app;
}
