/** Calendars are worked out by a job, because that takes a while. */
trigger SbxCalendarSaved on SbxCalendar__c(after insert, after update, after delete, after undelete) {
  SbxCalendarChange.note(Trigger.old, Trigger.new);
}
