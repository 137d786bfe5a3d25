import type { DeclaredType } from '../types/declared-type.ts';
import { topOf } from '../types/declared-type.ts';
import { anonymousFile, type TypeWorld } from '../types/type-world.ts';
import { readApexFrames } from './apex-frames.ts';
import { withinEntry } from './enter-apex.ts';
import { execution } from './execution.ts';
import type { Access } from './org.ts';

/** The class that code stands in, as far as it decides what the code's queries and changes may see. */
export interface CodePlace {
  /** As stack frames name it: "Outer.Inner". */
  readonly className: string;
  /** Whether sharing holds for its code; null where its callers decide. */
  readonly sharing: 'with' | 'without' | null;
  /** Where the callers decide: whether sharing holds when there are none. */
  readonly isWithSharingAtEntry: boolean;
  /** Of a query or a change that does not say its own. */
  readonly usualAccess: Access;
}

/** From this version on, Apex obeys the user's rights unless it says otherwise. */
const firstSecureVersion = 67;
/** Where no metadata says a version. */
const usualVersion = 65;

const known = new WeakMap<DeclaredType, CodePlace>();

/** What a class says: placeOf(declared, world).sharing of `public with sharing class` → "with". */
export function placeOf(declared: DeclaredType, world: TypeWorld): CodePlace {
  let place = known.get(declared);
  if (place === undefined) {
    place = readPlace(declared, world);
    known.set(declared, place);
  }
  return place;
}

function readPlace(declared: DeclaredType, world: TypeWorld): CodePlace {
  const { name } = topOf(declared);
  // Triggers cannot say anything: they see all. Anonymous Apex runs with what its user may see.
  const isTrigger = name.startsWith('Trigger.');
  const isSecure = !isTrigger && (world.org.apiVersionOf?.(name) ?? usualVersion) >= firstSecureVersion;
  const written = isTrigger ? 'without' : name === anonymousFile ? 'with' : writtenSharing(declared, world);
  const sharing = written === null && isSecure ? 'with' : written;
  return {
    className: declared.name,
    sharing: sharing === 'inherited' ? null : sharing,
    isWithSharingAtEntry: sharing === 'inherited',
    usualAccess: isSecure ? 'user' : null,
  };
}

/** As documented, inner classes have nothing from their outer class, but every class from the one that it extends. */
function writtenSharing(declared: DeclaredType, world: TypeWorld): 'with' | 'without' | 'inherited' | null {
  for (let each: DeclaredType | null = declared; each !== null; each = world.superDeclaration(each)) {
    const { words } = each.declaration.modifiers;
    for (const word of ['with', 'without', 'inherited'] as const) {
      if (words.includes(`${word} sharing`)) {
        return word;
      }
    }
  }
  return null;
}

/** Whether sharing holds for code in that class now. Only where callers decide is the stack looked at. */
export function isWithSharing({ sharing }: CodePlace): boolean {
  return sharing === null ? isWithSharingByCallers() : sharing === 'with';
}

function isWithSharingByCallers(): boolean {
  let outermost: CodePlace | null = null;
  for (const { className } of readApexFrames(withinEntry(currentStack()))) {
    if (className.startsWith(anonymousFile)) {
      return true;
    }
    const place = execution().placeOf?.(className) ?? null;
    if (place !== null && place.sharing !== null) {
      return place.sharing === 'with';
    }
    outermost = place ?? outermost;
  }
  return outermost?.isWithSharingAtEntry ?? false;
}

function currentStack(): string {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = Infinity;
  try {
    return new Error('Who calls?').stack ?? '';
  } finally {
    Error.stackTraceLimit = limit;
  }
}

let caller: CodePlace | null = null;

/** Runs a method of the platform that has to know which class calls it: calledFrom(place, query, text). */
export function calledFrom<A extends unknown[], R>(place: CodePlace, method: (...args: A) => R, ...args: A): R {
  const earlier = caller;
  caller = place;
  try {
    return method(...args);
  } finally {
    caller = earlier;
  }
}

/** The class that called the running method of the platform; null where JavaScript did. */
export function callingPlace(): CodePlace | null {
  return caller;
}

/** What a query or a change obeys that stands in a class and says `access` itself: rightsIn(place, 'user').access → "user". */
export function rightsIn(place: CodePlace | null, access: Access): { access: Access; isWithSharing: boolean } {
  // In user mode sharing holds anyway; but the text of a query may still say that it is in system mode.
  const isShared = access === 'user' || (place !== null && isWithSharing(place));
  return { access: access ?? place?.usualAccess ?? null, isWithSharing: isShared };
}
