import { answerWith, type Answer } from '../answer/answer.ts';
import { answerByMethod, readObjectBody, resourceUrl, type Call } from '../answer/call.ts';
import { refuse, refuseUnknown, refuseUnsupported } from '../answer/rest-error.ts';
import { isJsonList, isJsonObject, type Json } from '../json.ts';
import { writeRow } from '../query/write-rows.ts';

/** `/search?q=FIND…` */
export function answerSearch(call: Call, below: readonly string[]): Answer {
  if (below.length > 0) {
    return refuseUnsupported(`search/${below.join('/')}`);
  }
  return answerByMethod(call, {
    GET: () => {
      const text = call.parameters.get('q');
      return text === null || text.trim() === ''
        ? refuse(400, 'MALFORMED_SEARCH', 'SOSL statement cannot be empty')
        : answerRows(call, text);
    },
  });
}

/** `/parameterizedSearch?q=…&sobject=Lead&Lead.fields=Id,Name`, or the same as JSON. */
export function answerParameterizedSearch(call: Call, below: readonly string[]): Answer {
  if (below.length > 0) {
    return refuseUnknown();
  }
  return answerByMethod(call, {
    GET: () => answerRows(call, searchOf(readParameters(call.parameters))),
    POST: () => answerRows(call, searchOf(readBody(readObjectBody(call)))),
  });
}

function answerRows(call: Call, text: string): Answer {
  const baseUrl = resourceUrl(call);
  return answerWith(200, { searchRecords: call.site.org.search(call.user, text).map((row) => writeRow(row, baseUrl)) });
}

interface Wanted {
  readonly words: string;
  readonly group: string;
  readonly limit: string | null;
  readonly objects: readonly {
    readonly name: string;
    readonly fields: string;
    readonly limit: string | null;
    readonly where: string | null;
  }[];
}

function readParameters(parameters: URLSearchParams): Wanted {
  const names = parameters.getAll('sobject').flatMap((each) => each.split(','));
  return {
    words: parameters.get('q') ?? '',
    group: parameters.get('in') ?? 'ALL',
    limit: parameters.get('overallLimit'),
    objects: names.map((name) => ({
      name,
      fields: parameters.get(`${name}.fields`) ?? parameters.get('fields') ?? 'Id',
      limit: parameters.get(`${name}.limit`) ?? parameters.get('defaultLimit'),
      where: parameters.get(`${name}.where`),
    })),
  };
}

function readBody(body: Readonly<Record<string, Json | undefined>>): Wanted {
  const objects = isJsonList(body.sobjects ?? null) ? (body.sobjects as readonly Json[]) : [];
  return {
    words: readText(body.q) ?? '',
    group: readText(body.in) ?? 'ALL',
    limit: readText(body.overallLimit),
    objects: objects.filter(isJsonObject).map((each) => ({
      name: readText(each.name) ?? '',
      fields: readFields(each.fields) ?? readFields(body.fields) ?? 'Id',
      limit: readText(each.limit) ?? readText(body.defaultLimit),
      where: readText(each.where),
    })),
  };
}

function readText(value: Json | undefined): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

function readFields(value: Json | undefined): string | null {
  return value !== undefined && isJsonList(value) ? value.map(String).join(', ') : null;
}

/** The search in SOSL that parameters stand for. */
function searchOf({ words, group, limit, objects }: Wanted): string {
  if (words.trim() === '') {
    return refuse(400, 'MISSING_ARGUMENT', 'The parameter q is missing.');
  }
  if (objects.length === 0) {
    return refuseUnsupported('parameterizedSearch without sobject');
  }
  const returning = objects.map(
    (each) =>
      `${each.name}(${each.fields}${each.where === null ? '' : ` WHERE ${each.where}`}${each.limit === null ? '' : ` LIMIT ${each.limit}`})`,
  );
  const written = words.replace(/[{}\\]/g, '\\$&');
  return `FIND {${written}} IN ${group} FIELDS RETURNING ${returning.join(', ')}${limit === null ? '' : ` LIMIT ${limit}`}`;
}
