import { similarNames } from '../../../core/src/author/policy/similar-names.ts';
import type { PlatformVersion } from '../platform-version.ts';
import { ProjectFailure } from '../project-failure.ts';
import type { Edition } from './editions.ts';
import type { Feature } from './features.ts';

/** What somebody wants to have built. */
export type BuildOptions = {
  readonly edition: Edition;
  readonly platform: PlatformVersion;
  /** Names of build profiles. */
  readonly features: readonly string[];
  /** Names of components to leave out. */
  readonly without: readonly string[];
  /** An https origin of the portal’s site, for a workflow step that asks the endpoint there. */
  readonly site: string | null;
};

/** The features that were asked for, in the order of their names. */
export function chooseFeatures(known: readonly Feature[], { edition, features, without }: BuildOptions): Feature[] {
  const names = known.map(({ name }) => name);
  for (const name of features) {
    if (names.includes(name)) continue;
    const similar = similarNames(name, names);
    throw new ProjectFailure(
      'HSB003',
      `The ${edition} edition has no feature "${name}".`,
      similar.length > 0 ? `Write ${similar[0]}, if that is meant.` : `Use some of: ${names.join(', ')}.`,
    );
  }
  const chosen = known.filter(({ name }) => features.includes(name));
  for (const { name, needs } of chosen) {
    const missing = needs.find((each) => without.includes(each));
    if (missing === undefined) continue;
    throw new ProjectFailure(
      'HSB004',
      `The feature "${name}" needs the component "${missing}", which is to be left out.`,
      `Take ${missing} out of --without, or ${name} out of --features.`,
    );
  }
  return chosen;
}

/** Fails for a component that cannot be left out, because there is none of that name or because it is the app itself. */
export function requireComponents(without: readonly string[], names: readonly string[]): void {
  const removable = names.filter((name) => name !== 'app');
  for (const name of without) {
    if (removable.includes(name)) continue;
    const similar = similarNames(name, removable);
    throw new ProjectFailure(
      'HSB004',
      `There is no component "${name}" that could be left out.`,
      similar.length > 0 ? `Write ${similar[0]}, if that is meant.` : `Use some of: ${removable.join(', ')}.`,
    );
  }
}
