/**
 * Everything that Signalbox does when a lead is saved, in this order: it is marked where it waits for a decision, then a
 * person's touch ends its clock. Nothing else happens while somebody else's transaction runs.
 */
trigger SbxLead on Lead(before insert, before update, after insert, after update) {
  SbxMark.run(Trigger.operationType, Trigger.old, Trigger.new);
  if (Trigger.isAfter && Trigger.isUpdate) {
    SbxNoticeTouch.onLeads(Trigger.old, Trigger.new);
  }
}
