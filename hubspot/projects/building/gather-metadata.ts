import path from 'node:path';
import { isComponentType, ruleOf, type ComponentType } from '../component-types.ts';
import { isAtLeast } from '../platform-version.ts';
import { ProjectFailure } from '../project-failure.ts';
import { readProjectFiles, type ProjectFiles } from '../project-files.ts';
import { isRecord, parseJson } from '../validate/parse-json.ts';
import { chooseFeatures, requireComponents, type BuildOptions } from './choose-parts.ts';
import type { Sources } from './editions.ts';
import { readFeatures, type Feature } from './features.ts';

type Json = Record<string, unknown>;

/** The component of a metadata file, as far as building needs it. */
export type Part = {
  /** The file's name without its ending: score-card */
  readonly name: string;
  readonly file: string;
  readonly type: ComponentType;
  /** Below src, such as app/cards/score-card.js; null where the type has none. */
  readonly entry: string | null;
};

export type Gathered = {
  /** Project file, profiles and metadata by their path, as they are written. */
  readonly files: ProjectFiles;
  readonly parts: readonly Part[];
  readonly leftOut: readonly { readonly name: string; readonly why: string }[];
};

/** Everything of a project that is not code: what both editions have, what this one has, and what was asked for besides. */
export function gatherMetadata(sources: Sources, options: BuildOptions): Gathered {
  const features = chooseFeatures(readFeatures(sources), options);
  const texts = new Map([...sourceFiles(sources.common), ...sourceFiles(sources.app)]);
  for (const feature of features) for (const [file, text] of feature.files) texts.set(file, text);
  const files = new Map([...texts].map(([file, text]) => [file, readObject(file, text)]));
  const parts = [...files.keys()]
    .filter((file) => file.endsWith('-hsmeta.json'))
    .map((file) => partOf(file, files.get(file)!));
  requireComponents(
    options.without,
    parts.map(({ name }) => name),
  );
  const leftOut: { name: string; why: string }[] = [];
  const kept = parts.filter((part) => {
    const why = whyLeftOut(part, options);
    if (why === null) return true;
    leftOut.push({ name: part.name, why: why });
    files.delete(part.file);
    return false;
  });
  adjust(files, features, options);
  const written = [...files]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([file, json]) => [file, write(json)] as const);
  return { files: new Map(written), parts: kept, leftOut: leftOut };
}

/** A JSON text as every file of a built project has it. */
export function write(json: unknown): string {
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** README and build profiles are for people; everything else is the project's. */
function sourceFiles(folder: string): [string, string][] {
  return [...readProjectFiles(folder)].filter(([file]) => file === 'hsproject.json' || file.startsWith('src/'));
}

function readObject(file: string, text: string): Json {
  const json = parseJson(text);
  if (json.isJson && isRecord(json.value)) return { ...json.value };
  const cause = json.isJson ? 'it holds no object' : json.cause;
  throw new ProjectFailure('HSB005', `${file} cannot be read: ${cause}.`, 'Mend it; nothing was built.');
}

function partOf(file: string, { type, config }: Json): Part {
  const name = path.posix.basename(file, '-hsmeta.json');
  if (!isComponentType(type)) {
    throw new ProjectFailure('HSB005', `${file} has the type "${String(type)}".`, 'Name a type that HubSpot has.');
  }
  const entry = ruleOf(type).entry !== null && isRecord(config) ? config['entrypoint'] : null;
  return { name: name, file: file, type: type, entry: typeof entry === 'string' ? entry.replace(/^\//, '') : null };
}

function whyLeftOut({ name, type }: Part, { platform, without }: BuildOptions): string | null {
  if (without.includes(name)) return 'as asked';
  const { since } = ruleOf(type);
  return isAtLeast(platform, since) ? null : `needs platform version ${since}`;
}

/** Puts the platform version, and what the features need, into the files. */
function adjust(files: Map<string, Json>, features: readonly Feature[], { platform }: BuildOptions): void {
  const scopes = features.flatMap(({ requiredScopes }) => requiredScopes);
  const variables = Object.assign({}, ...features.map((feature) => feature.variables)) as Record<string, string>;
  const secretKeys = features.flatMap((feature) => Object.entries(feature.secretKeys));
  for (const [name, keys] of secretKeys) {
    const file = [...files.keys()].find((each) => each.endsWith(`/functions/${name}-hsmeta.json`));
    if (file !== undefined) files.set(file, withSecrets(files.get(file)!, keys));
  }
  for (const [file, json] of files) {
    if (file === 'hsproject.json') files.set(file, { ...json, platformVersion: platform });
    if (json['type'] === 'app') files.set(file, withScopes(json, scopes));
    if (file === 'src/hsprofile.example.json') files.set(file, withVariables(json, variables));
  }
}

function withScopes(app: Json, scopes: readonly string[]): Json {
  const config = isRecord(app['config']) ? app['config'] : {};
  const auth = isRecord(config['auth']) ? config['auth'] : {};
  const required: unknown[] = Array.isArray(auth['requiredScopes']) ? auth['requiredScopes'] : [];
  return { ...app, config: { ...config, auth: { ...auth, requiredScopes: [...required, ...scopes] } } };
}

function withSecrets(component: Json, keys: readonly string[]): Json {
  const config = isRecord(component['config']) ? component['config'] : {};
  const known: unknown[] = Array.isArray(config['secretKeys']) ? config['secretKeys'] : [];
  return { ...component, config: { ...config, secretKeys: [...known, ...keys] } };
}

function withVariables(profile: Json, variables: Readonly<Record<string, string>>): Json {
  const given = isRecord(profile['variables']) ? profile['variables'] : {};
  return { ...profile, variables: { ...given, ...variables } };
}
