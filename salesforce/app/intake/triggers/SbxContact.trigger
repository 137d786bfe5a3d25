/** Marks contacts that come in again. */
trigger SbxContact on Contact(before insert, before update, after insert, after update) {
  SbxMark.run(Trigger.operationType, Trigger.old, Trigger.new);
}
