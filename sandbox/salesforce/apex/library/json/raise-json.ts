import { raise } from '../raise.ts';

/** raiseJson('Unknown field: Demo.first') throws a System.JSONException. */
export function raiseJson(message: string): never {
  return raise('System.JSONException', message);
}
