/** A lead that was converted, or whose status a person changed, was touched. */
trigger SbxLeadTouched on Lead(after update) {
  SbxNoticeTouch.onLeads(Trigger.old, Trigger.new);
}
