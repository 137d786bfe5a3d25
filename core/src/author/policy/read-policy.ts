import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { Policy } from '../../decide/model/policy.ts';
import { contentMessages } from './content-messages.ts';
import { formMessages } from './form-messages.ts';
import { childOf, namePlace, type Place } from './name-place.ts';
import { formCodes, type FormCode } from './policy-codes.ts';
import { keptAsIs, type PolicyMessage } from './policy-message.ts';
import { policyFormat, policySchema } from './policy-schema.ts';
import { readJson, type ReadJson } from './read-json.ts';

/** A policy ready to be prepared, or everything that is wrong with it. Never both. */
export type ReadPolicy = { policy: Policy | null; messages: PolicyMessage[] };

/** Nobody reads more at once, and the first mistakes often cause the rest. */
const mostMessages = 50;

type File = { name: string; text: string; json: ReadJson };

/** Reads a policy file in three steps, each with its own messages: the text, the form, and what it says. */
export function readPolicy(text: string, fileName: string): ReadPolicy {
  const plain = withoutByteOrderMark(text);
  const file: File = { name: fileName, text: plain, json: readJson(plain) };
  const textual = textMessages(file);
  if (textual.length > 0) {
    return refuse(textual, fileName);
  }
  const read = policySchema.safeParse(file.json.value);
  if (!read.success) {
    const messages = read.error.issues.flatMap((issue) => formMessages(issue, file.json.value));
    return refuse(
      messages.map((message) => at(file, offsetOf(file.json.tree, message.place), message)),
      fileName,
    );
  }
  const content = contentMessages(read.data, fileName);
  return content.length > 0 ? refuse(content, fileName) : { policy: read.data, messages: [] };
}

function textMessages(file: File): PolicyMessage[] {
  if (file.text.trim() === '') {
    return [wholeFile(file, 'POL002', 'nothing is in it.')];
  }
  if (file.json.mistakes.length > 0) {
    return file.json.mistakes.map((mistake) =>
      at(file, mistake.offset, {
        code: 'POL001',
        about: file.name,
        found: `${mistake.found}.`,
        next: formCodes.POL001.next,
      }),
    );
  }
  const format = childOf(file.json.value, 'format');
  if (typeof format === 'number' && format !== policyFormat) {
    return [wholeFile(file, 'POL014', `its format is ${format}, where this version reads ${policyFormat}.`)];
  }
  return file.json.doubleNames.map((double) =>
    at(file, double.offset, {
      code: 'POL003',
      about: namePlace(file.json.value, double.place).about,
      found: `\`${double.name}\` stands there a second time.`,
      next: formCodes.POL003.next,
    }),
  );
}

function wholeFile(file: File, code: FormCode, found: string): PolicyMessage {
  const next = formCodes[code].next;
  return {
    code: code,
    about: file.name,
    found: found,
    next: next,
    kept: keptAsIs(file.name),
    line: null,
    column: null,
  };
}

type Saying = { code: FormCode; about: string; found: string; next: string };

/** Adds the line and the column of an offset, both from 1. */
function at(file: File, offset: number, saying: Saying): PolicyMessage {
  const before = file.text.slice(0, offset);
  return {
    code: saying.code,
    about: saying.about,
    found: saying.found,
    next: saying.next,
    kept: keptAsIs(file.name),
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
  };
}

/** Where a place begins in the text. What is missing is shown where it should be: at what would hold it. */
function offsetOf(tree: Node | null, place: Place): number {
  const path = place.map((step) => (typeof step === 'number' ? step : String(step)));
  for (let length = path.length; tree !== null && length > 0; length -= 1) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node !== undefined) {
      return node.offset;
    }
  }
  return 0;
}

function refuse(messages: PolicyMessage[], fileName: string): ReadPolicy {
  const first = messages.slice(0, mostMessages);
  if (messages.length > mostMessages) {
    first.push({
      code: 'POL015',
      about: fileName,
      found: `${messages.length - mostMessages} more like these.`,
      next: formCodes.POL015.next,
      kept: keptAsIs(fileName),
      line: null,
      column: null,
    });
  }
  return { policy: null, messages: first };
}

/** Some editors put one before the first bracket. */
function withoutByteOrderMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
