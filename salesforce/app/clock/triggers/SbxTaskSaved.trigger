/** A completed call, mail or task is a first touch. */
trigger SbxTaskSaved on Task(after insert, after update) {
  SbxNoticeTouch.onTasks(Trigger.old, Trigger.new);
}
