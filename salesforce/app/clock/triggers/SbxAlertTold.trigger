/** Whoever is alerted hears the bell. */
trigger SbxAlertTold on SbxAlert__e(after insert) {
  SbxRingBell.run(Trigger.new);
}
