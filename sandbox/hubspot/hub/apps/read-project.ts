import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as z from 'zod';
import { componentRules } from './component-places.ts';
import type { UiComponent } from './hubspot-app.ts';
import {
  actionConfigSchema,
  appConfigSchema,
  componentSchema,
  functionConfigSchema,
  profileSchema,
  projectSchema,
  webhooksConfigSchema,
  type ActionConfig,
  type Component,
  type FunctionConfig,
  type WebhooksConfig,
} from './metadata.ts';
import { ProjectError, type ProjectProblem } from './project-error.ts';
import { substituteVariables } from './substitute-variables.ts';
import { uiConfigSchemas } from './ui-metadata.ts';

/** A project as `hs project upload` would take it. */
export type Project = {
  readonly name: string;
  readonly uid: string;
  readonly app: z.infer<typeof appConfigSchema>;
  readonly webhooks: WebhooksConfig | null;
  readonly actions: readonly { readonly uid: string; readonly config: ActionConfig }[];
  readonly functions: readonly ProjectFunction[];
  readonly components: readonly UiComponent[];
  /** What it was read with. */
  readonly variables: Readonly<Record<string, string>>;
  /** Of every component that was read, by type. */
  readonly uids: readonly { readonly type: string; readonly uid: string }[];
};

export type ProjectFunction = {
  readonly uid: string;
  /** Where its metadata stands, below the project's folder. */
  readonly file: string;
  /** Where its code stands on this machine. */
  readonly codeFile: string;
  readonly config: FunctionConfig;
};

type Found = { readonly file: string; readonly component: Component };

/**
 * Reads a project's folder as HubSpot's build does: every `*-hsmeta.json` in its place, variables of the profile filled in.
 *
 * @param profile of which `hsprofile.PROFILE.json` is read; what `variables` says comes before it
 * @throws ProjectError with every problem
 */
export function readProject(
  folder: string,
  variables: Readonly<Record<string, string>> = {},
  profile: string | null = null,
): Project {
  const reading = new ProjectReading(folder, variables, profile);
  const project = reading.read();
  if (project === null || reading.problems.length > 0) throw new ProjectError(reading.problems);
  return project;
}

class ProjectReading {
  readonly problems: ProjectProblem[] = [];
  private readonly folder: string;
  private readonly profile: string | null;
  private variables: Readonly<Record<string, string>>;

  constructor(folder: string, variables: Readonly<Record<string, string>>, profile: string | null) {
    this.folder = folder;
    this.variables = variables;
    this.profile = profile;
  }

  read(): Project | null {
    const project = this.parse('hsproject.json', projectSchema);
    if (project === null) return null;
    this.readProfile();
    const found = this.components(project.srcDir);
    this.checkTogether(found);
    const apps = found.filter(({ component }) => component.type === 'app');
    const only = apps[0];
    if (apps.length !== 1 || only === undefined) {
      this.refuse('PRJ006', `${project.srcDir}/app/app-hsmeta.json`, 'a project has exactly one app');
      return null;
    }
    const app = this.check(only.file, appConfigSchema, only.component.config);
    if (app === null) return null;
    this.checkAllowed(found, app, project.platformVersion);
    const ofType = (type: string): Found[] => found.filter(({ component }) => component.type === type);
    const webhooks = ofType('webhooks')[0];
    return {
      name: project.name,
      uid: only.component.uid,
      app,
      webhooks:
        webhooks === undefined ? null : this.check(webhooks.file, webhooksConfigSchema, webhooks.component.config),
      actions: ofType('workflow-action').flatMap(({ file, component }) => {
        const config = this.check(file, actionConfigSchema, component.config);
        return config === null ? [] : [{ uid: component.uid, config }];
      }),
      functions: ofType('app-function').flatMap(({ file, component }) => {
        const config = this.check(file, functionConfigSchema, component.config);
        if (config === null) return [];
        return [{ uid: component.uid, file, codeFile: this.place(project.srcDir, config.entrypoint), config }];
      }),
      components: found.flatMap((each) => this.uiComponentOf(each, app.name, project.srcDir)),
      variables: this.variables,
      uids: found.map(({ component }) => ({ type: component.type, uid: component.uid })),
    };
  }

  private readProfile(): void {
    if (this.profile === null) return;
    const profile = this.parse(`hsprofile.${this.profile}.json`, profileSchema);
    this.variables = { ...profile?.variables, ...this.variables };
  }

  private components(sourceFolder: string): Found[] {
    const app = path.join(this.folder, sourceFolder, 'app');
    if (!existsSync(app)) {
      this.refuse('PRJ001', `${sourceFolder}/app`, 'there is no such folder; next: put the app’s metadata there');
      return [];
    }
    return readdirSync(app, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('-hsmeta.json') && !file.split(path.sep).includes('node_modules'))
      .toSorted()
      .flatMap((file) => {
        const place = `${sourceFolder}/app/${file.split(path.sep).join('/')}`;
        const component = this.parse(place, componentSchema);
        if (component === null) return [];
        this.checkPlace(place, path.dirname(file).split(path.sep).join('/'), component);
        this.checkEntry(place, sourceFolder, component);
        return [{ file: place, component }];
      });
  }

  private checkPlace(file: string, folder: string, component: Component): void {
    const rule = componentRules.get(component.type);
    if (rule === undefined) {
      const known = [...componentRules.keys()].join(', ');
      this.refuse('PRJ002', file, `the type "${component.type}" is unknown; known are ${known}`);
    } else if (folder !== (rule.folder === '' ? '.' : rule.folder)) {
      const right = rule.folder === '' ? 'src/app' : `src/app/${rule.folder}`;
      this.refuse('PRJ004', file, `a component of type "${component.type}" belongs at the root of ${right}`);
    }
  }

  private checkEntry(file: string, sourceFolder: string, { config }: Component): void {
    const entry = config['entrypoint'];
    if (typeof entry === 'string' && !existsSync(path.join(this.folder, sourceFolder, entry))) {
      this.refuse('PRJ007', file, `the entry point ${entry} is not in ${sourceFolder}`);
    }
  }

  /** None where it is nothing that people see. */
  private uiComponentOf({ file, component }: Found, appName: string, sourceFolder: string): UiComponent[] {
    const { uid, type } = component;
    if (!isUiType(type)) return [];
    const config = this.check(file, uiConfigSchemas[type], component.config);
    if (config === null) return [];
    const { entrypoint, name, ...rest } = config;
    return [{ uid, type, name: name ?? appName, entryFile: this.place(sourceFolder, entrypoint), ...rest }];
  }

  /** Where an entry point stands on this machine; it is written from the folder of the sources. */
  private place(sourceFolder: string, entrypoint: string): string {
    return path.resolve(this.folder, sourceFolder, `./${entrypoint}`);
  }

  private checkTogether(found: readonly Found[]): void {
    const files = new Map<string, string>();
    const types = new Map<string, string>();
    for (const { file, component } of found) {
      const first = files.get(component.uid);
      if (first !== undefined) this.refuse('PRJ005', file, `the uid "${component.uid}" is that of ${first} already`);
      files.set(component.uid, file);
      const other = types.get(component.type);
      if (other !== undefined && componentRules.get(component.type)?.isSingular === true && component.type !== 'app') {
        this.refuse('PRJ006', file, `an app has one component of type "${component.type}"; the other is ${other}`);
      }
      types.set(component.type, file);
    }
  }

  private checkAllowed(
    found: readonly Found[],
    { auth, distribution }: z.infer<typeof appConfigSchema>,
    platformVersion: string,
  ): void {
    for (const { file, component } of found) {
      if (component.type === 'app-function' && platformVersion === '2025.2') {
        this.refuse('PRJ002', file, 'version 2025.2 of the platform has no functions; next: take a newer one');
      }
      if (componentRules.get(component.type)?.isAllowed(auth.type, distribution) === false) {
        const kind = `${auth.type} and ${distribution}`;
        this.refuse('PRJ002', file, `an app with ${kind} cannot have a component of type "${component.type}"`);
      }
    }
  }

  private parse<T>(file: string, schema: z.ZodType<T>): T | null {
    let text: string;
    try {
      text = readFileSync(path.join(this.folder, file), 'utf8');
    } catch {
      this.refuse('PRJ001', file, 'there is no such file that can be read');
      return null;
    }
    const { text: filled, missing } = substituteVariables(text, this.variables);
    for (const name of missing) {
      this.refuse('PRJ003', file, `nobody gives the variable ${name}; next: put it into the profile’s "variables"`);
    }
    if (missing.length > 0) return null;
    try {
      return this.check(file, schema, JSON.parse(filled));
    } catch (error) {
      this.refuse('PRJ001', file, `it is no JSON: ${error instanceof Error ? error.message : 'unreadable'}`);
      return null;
    }
  }

  private check<T>(file: string, schema: z.ZodType<T>, content: unknown): T | null {
    const parsed = schema.safeParse(content);
    if (parsed.success) return parsed.data;
    for (const { path: at, message } of parsed.error.issues) {
      this.refuse('PRJ002', file, `${at.length === 0 ? 'the file' : at.join('.')}: ${message}`);
    }
    return null;
  }

  private refuse(code: string, file: string, message: string): void {
    this.problems.push({ code, file, message });
  }
}

function isUiType(type: string): type is UiComponent['type'] {
  return Object.hasOwn(uiConfigSchemas, type);
}
