/** A meeting that took place is a first touch. */
trigger SbxEventSaved on Event(after insert, after update) {
  SbxNoticeTouch.onEvents(Trigger.new);
}
