/** What somebody does later may change what their lead is worth. */
trigger SbxActivity on SbxActivity__c(after insert) {
  SbxDecideOnActivity.afterSave(Trigger.new);
}
