trigger SleepingTrigger on Parcel__c(before insert) {
  Trigger.new[0].Name.addError('This trigger is not active.');
}
