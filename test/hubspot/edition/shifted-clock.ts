import { readFileSync } from 'node:fs';

/**
 * Loaded before a server (`node --import`): its clock goes ahead of the real one by the milliseconds that a file says, so that a
 * promise of minutes is missed in seconds.
 */
const file = process.env['CLOCK_SHIFT_FILE']!;
const realNow = Date.now.bind(Date);
let shiftMillis = 0;

setInterval(() => {
  shiftMillis = Number(readFileSync(file, 'utf8'));
}, 50).unref();

Date.now = () => realNow() + shiftMillis;
