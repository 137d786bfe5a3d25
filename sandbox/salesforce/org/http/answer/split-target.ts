import { refuseUnknown } from './rest-error.ts';

export interface Target {
  /** Decoded, without empty parts. */
  readonly path: readonly string[];
  readonly parameters: URLSearchParams;
}

/** Splits what a request asks for: splitTarget('/services/data?x=1').path → ['services', 'data']. */
export function splitTarget(target: string): Target {
  const at = target.indexOf('?');
  const path = at < 0 ? target : target.slice(0, at);
  return {
    path: path
      .split('/')
      .filter((each) => each !== '')
      .map(decode),
    parameters: new URLSearchParams(at < 0 ? '' : target.slice(at + 1)),
  };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return refuseUnknown();
  }
}
