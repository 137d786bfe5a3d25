trigger ParcelTrigger on Parcel__c(before insert) {
  for (Parcel__c each : Trigger.new) {
    if (each.Weight__c == null) {
      each.Weight__c = 1;
    }
  }
}
