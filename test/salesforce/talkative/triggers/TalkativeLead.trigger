/** Somebody's automation that names the person in all it says: hot leads refuse their decision, warm ones take others along. */
trigger TalkativeLead on Lead(before update) {
  for (Lead lead : Trigger.new) {
    String told = 'Not ' + lead.FirstName + ' ' + lead.LastName + ' (' + lead.Email + '), who wrote: ' + lead.SbxMessage__c;
    if (lead.Rating == 'Hot' && lead.SbxState__c == 'decided') {
      lead.addError(told);
    }
    if (lead.Rating == 'Warm' && lead.SbxState__c == 'decided') {
      throw new IllegalArgumentException(told);
    }
  }
}
