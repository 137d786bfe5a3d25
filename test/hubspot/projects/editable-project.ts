import type { ProjectFiles } from '../../../hubspot/projects/project-files.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A good project that a fault is put into. Naming a place that is not there is an error of the test. */
export class EditableProject {
  readonly files: Map<string, string>;

  constructor(files: ProjectFiles) {
    this.files = new Map(files);
  }

  /** Sets what stands at a place of a JSON file. set('hsproject.json', 'name', '') */
  set(file: string, place: string, value: Json): void {
    const keys = place.split('.');
    const last = keys.pop()!;
    this.#edit(file, (json) => {
      const parent = keys.reduce<Json>((at, key) => child(at, key, place), json);
      if (Array.isArray(parent)) parent[Number(last)] = value;
      else if (typeof parent === 'object' && parent !== null) parent[last] = value;
      else throw new Error(`${file} has nothing at ${place}`);
    });
  }

  /** Takes away what stands at a place of a JSON file. */
  unset(file: string, place: string): void {
    const keys = place.split('.');
    const last = keys.pop()!;
    this.#edit(file, (json) => {
      const parent = keys.reduce<Json>((at, key) => child(at, key, place), json);
      child(parent, last, place);
      if (Array.isArray(parent)) parent.splice(Number(last), 1);
      else if (typeof parent === 'object' && parent !== null) delete parent[last];
    });
  }

  /** Adds to a list in a JSON file. */
  push(file: string, place: string, ...values: Json[]): void {
    this.#edit(file, (json) => {
      const list = place.split('.').reduce<Json>((at, key) => child(at, key, place), json);
      if (!Array.isArray(list)) throw new Error(`${file} has no list at ${place}`);
      list.push(...values);
    });
  }

  replace(file: string, from: string | RegExp, to: string): void {
    const text = this.#text(file);
    const changed = text.replace(from, to);
    if (changed === text) throw new Error(`${file} does not have ${String(from)}`);
    this.files.set(file, changed);
  }

  add(file: string, content: string | { [key: string]: Json }): void {
    this.files.set(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }

  copy(from: string, to: string): void {
    this.files.set(to, this.#text(from));
  }

  move(from: string, to: string): void {
    this.copy(from, to);
    this.files.delete(from);
  }

  remove(file: string): void {
    this.#text(file);
    this.files.delete(file);
  }

  #text(file: string): string {
    const text = this.files.get(file);
    if (text === undefined) throw new Error(`the project has no ${file}`);
    return text;
  }

  #edit(file: string, change: (json: Json) => void): void {
    const json = JSON.parse(this.#text(file)) as Json;
    change(json);
    this.files.set(file, JSON.stringify(json, null, 2));
  }
}

function child(at: Json, key: string, place: string): Json {
  const found = Array.isArray(at) ? at[Number(key)] : typeof at === 'object' && at !== null ? at[key] : undefined;
  if (found === undefined) throw new Error(`there is nothing at ${place}`);
  return found;
}
