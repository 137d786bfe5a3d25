/**
 * The keys of entries. HubSpot compares unique values without regard to case and cuts blanks off, so that names which ops chose
 * are written in small letters, digits and signs for everything else: two names never come to one key.
 *
 * keyPart('east') → 'east'; keyPart('East 1') → '~45ast~201'
 */
export function keyPart(name: string): string {
  return [...name]
    .map((sign) => (/[a-z0-9_.-]/.test(sign) ? sign : `~${sign.codePointAt(0)!.toString(16).padStart(2, '0')}`))
    .join('');
}

export const claimKey = (contactId: string, arrival: number): string => `decide:${contactId}:${arrival}`;

export const decisionEntryKey = (contactId: string, arrival: number): string => `decision:${contactId}:${arrival}`;

/** Of the turn that a decision gave back. A turn is given back once. */
export const returnKey = (turnKey: string): string => `return:${turnKey}`;

/** @param number counts those who took over, from 1 */
export const leaseKey = (decisionKey: string, number: number): string => `lease:${decisionKey}:${number}`;

/** @param ledgerName such as live/east */
export function turnKeyOf(ledgerName: string, sequence: number): string {
  return `turn:${poolPart(ledgerName)}:${sequence}`;
}

export const hintKey = (ledgerName: string): string => `hint:${poolPart(ledgerName)}`;

export const snapshotKey = (hash: string): string => `snapshot:${hash}`;

export const callKey = (key: string): string => `call:${keyPart(key)}`;

export const selfKey = 'self';

function poolPart(ledgerName: string): string {
  const [mode = '', ...pool] = ledgerName.split('/');
  return `${mode}/${keyPart(pool.join('/'))}`;
}
