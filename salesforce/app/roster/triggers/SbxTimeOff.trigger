/** Time off is part of the roster. */
trigger SbxTimeOff on SbxTimeOff__c(before insert, before update, after insert, after update, after delete, after undelete) {
  if (Trigger.isBefore) {
    SbxCheckTimeOff.run(Trigger.new);
  } else {
    SbxRosterChange.note();
  }
}
