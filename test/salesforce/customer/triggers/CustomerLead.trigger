trigger CustomerLead on Lead(before update) {
  CustomerLeads.react(Trigger.old, Trigger.new);
}
