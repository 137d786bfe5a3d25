import { refuse } from '../answer/rest-error.ts';
import { isJsonList, isJsonObject, type Json } from '../json.ts';

/** The bodies of the subrequests so far, by reference id. */
export type Results = ReadonlyMap<string, Json>;

const reference = /@\{([^}]*)\}/g;

/** Puts results in the place of references: resolveText('Contact/@{new.id}', results) → "Contact/003…". */
export function resolveText(text: string, results: Results): string {
  return text.replace(reference, (_whole, path: string) => {
    const value = follow(path, results);
    return typeof value === 'string' ? value : JSON.stringify(value);
  });
}

/** As resolveText, in every text of a body. A text that is one reference becomes what it stands for, whatever its type. */
export function resolveBody(body: Json, results: Results): Json {
  if (typeof body === 'string') {
    const [, only] = /^@\{([^}]*)\}$/.exec(body) ?? [];
    return only === undefined ? resolveText(body, results) : follow(only, results);
  }
  if (isJsonList(body)) {
    return body.map((each) => resolveBody(each, results));
  }
  return isJsonObject(body)
    ? Object.fromEntries(Object.entries(body).map(([name, value]) => [name, resolveBody(value, results)]))
    : body;
}

/** `query.records[0].Id` */
function follow(path: string, results: Results): Json {
  const [name = '', ...steps] = path.split(/[.[\]]+/).filter((each) => each !== '');
  const whole = results.get(name);
  if (whole === undefined) {
    return refuse(400, 'PROCESSING_HALTED', `Invalid reference specified. No value for ${path} found in ${name}`);
  }
  let value: Json | undefined = whole;
  for (const step of steps) {
    value = isJsonList(value) ? value[Number(step)] : isJsonObject(value) ? readName(value, step) : undefined;
  }
  return (
    value ?? refuse(400, 'PROCESSING_HALTED', `Invalid reference specified. No value for ${path} found in ${name}`)
  );
}

/** Names of fields are found in any case, so that `@{a.Id}` reads the `id` of a create. */
function readName(object: Readonly<Record<string, Json>>, name: string): Json | undefined {
  const found = Object.keys(object).find((each) => each.toLowerCase() === name.toLowerCase());
  return found === undefined ? undefined : object[found];
}
