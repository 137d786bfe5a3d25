/** Marks leads that wait for a decision. Nothing else happens while somebody else's transaction runs. */
trigger SbxLead on Lead(before insert, before update, after insert, after update) {
  SbxMark.run(Trigger.operationType, Trigger.old, Trigger.new);
}
