/** Parts of addresses that say what is asked, not about whom. */
const plainWord = /^(?:v\d+\.\d|[A-Za-z][A-Za-z_]*(?:\d{1,2})?[A-Za-z_]*)$/;

/**
 * A line about a request that tells nothing of people: its method, the kind of address, status and time. Ids, values of external
 * ids, and all that follows `?` are left out: writeLogLine('GET', '/services/data/v68.0/sobjects/Lead/Email/ada@example.com?x=1',
 * 200, 3) → 'GET /services/data/v68.0/sobjects/Lead/Email/… 200 3 ms'.
 */
export function writeLogLine(method: string, target: string, status: number, milliseconds: number): string {
  const [path = ''] = target.split('?');
  const parts = path.split('/');
  // Below a field, and below the resource of an Apex class, a word may be anything.
  const depth = parts[2] === 'apexrest' ? 4 : parts[4] === 'sobjects' ? 7 : 8;
  const shown = parts.map((each, index) => (each === '' || (index < depth && plainWord.test(each)) ? each : '…'));
  return `${method} ${shown.join('/')} ${String(status)} ${milliseconds.toFixed(0)} ms`;
}
