import dueIn from '@salesforce/label/c.SbxDueIn';
import overdueBy from '@salesforce/label/c.SbxOverdueBy';
import clockMet from '@salesforce/label/c.SbxClockMet';
import clockClosed from '@salesforce/label/c.SbxClockClosed';
import clockNone from '@salesforce/label/c.SbxClockNone';
import clockDueAt from '@salesforce/label/c.SbxClockDueAt';

/** The texts of this component: an admin may translate or replace each of them. */
export const labels = {
  dueIn,
  overdueBy,
  clockMet,
  clockClosed,
  clockNone,
  clockDueAt,
};
