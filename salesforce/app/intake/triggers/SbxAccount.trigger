/** Keeps the mail domain by which leads are recognised. */
trigger SbxAccount on Account(before insert, before update) {
  SbxFillDomain.run(Trigger.new);
}
