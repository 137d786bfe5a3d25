/** Finds whom a rep stands for, and keeps the roster that decisions use up to date. */
trigger SbxRep on SbxRep__c(before insert, before update, after insert, after update, after delete, after undelete) {
  if (Trigger.isBefore) {
    SbxFindHolders.run(Trigger.new);
  } else {
    SbxRosterChange.note();
  }
}
