import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type * as z from 'zod';
import { readJson } from '../policy/read-json.ts';
import { RunError, type RunMessage } from './run-message.ts';

/** A file that a person wrote, and where in it each value stands. */
export type JsonFile = { value: unknown; place: (steps: PropertyKey[]) => string };

/** Reads the text of a file that a person named with an option. */
export function readTextFile(file: string, option: string): string {
  try {
    if (statSync(file).isDirectory()) {
      throw unreadableFile(file, option, 'this is a folder, not a file');
    }
    return readFileSync(file, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    if (cause instanceof RunError) {
      throw cause;
    }
    const code = (cause as NodeJS.ErrnoException).code;
    throw unreadableFile(file, option, code === 'ENOENT' ? 'there is no such file' : `it can't be read (${code})`);
  }
}

function unreadableFile(file: string, option: string, found: string): RunError {
  return new RunError([
    { code: 'RUN101', about: file, found, next: `check the path after ${option}. Nothing was decided.` },
  ]);
}

/** Reads a JSON file, or names the line where it stops being JSON. */
export function readJsonFile(file: string, option: string): JsonFile {
  const text = readTextFile(file, option);
  const name = path.basename(file);
  if (text.trim() === '') {
    throw new RunError([notJson(name, 'the file is empty')]);
  }
  const read = readJson(text);
  const mistakes = [
    ...read.mistakes.map(({ offset, found }) => ({ offset, found: `is not JSON: ${found}` })),
    ...read.doubleNames.map(({ offset, name: double }) => ({
      offset,
      found: `"${double}" stands there a second time`,
    })),
  ];
  if (mistakes.length > 0) {
    throw new RunError(mistakes.map(({ offset, found }) => notJson(`${name}, line ${lineAt(text, offset)}`, found)));
  }
  return {
    value: read.value,
    place: (steps) => `${name}, line ${lineAt(text, offsetOf(read.tree, steps))}`,
  };
}

function notJson(about: string, found: string): RunMessage {
  return { code: 'RUN102', about, found, next: 'correct it there. Nothing was decided.' };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** What is missing is shown at what would hold it. */
function offsetOf(tree: Node | null, steps: PropertyKey[]): number {
  const known = steps.map((step) => (typeof step === 'number' ? step : String(step)));
  for (let length = known.length; tree !== null && length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, known.slice(0, length));
    if (node !== undefined) {
      return node.offset;
    }
  }
  return 0;
}

/** What a schema found, as messages with the line and the name of each value. */
export function schemaMessages(code: string, read: JsonFile, error: z.ZodError, next: string): RunMessage[] {
  return error.issues.slice(0, 20).map((issue) => {
    const steps = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path;
    const name = steps.map((step) => (typeof step === 'number' ? `entry ${step + 1}` : String(step))).join(' → ');
    return {
      code,
      about: name === '' ? read.place([]) : `${read.place(steps)}, ${name}`,
      found: issue.message.charAt(0).toLowerCase() + issue.message.slice(1),
      next,
    };
  });
}
