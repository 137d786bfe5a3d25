/** Apex whose statements are as plain as business logic's: whole numbers, texts, lists, maps, records, branches. */
export const simpleStatements = `public class SimpleStatements {
  private class Deal {
    public Integer amount;
    public String stage;
  }

  public static Integer work(Integer rounds) {
    Map<String, Integer> totals = new Map<String, Integer>();
    List<Deal> deals = new List<Deal>();
    for (Integer place = 0; place < 16; place++) {
      Deal deal = new Deal();
      deal.amount = place * 7;
      deal.stage = Math.mod(place, 3) == 0 ? 'won' : 'open';
      deals.add(deal);
    }
    Integer checksum = 0;
    for (Integer round = 0; round < rounds; round++) {
      Integer won = 0;
      for (Deal deal : deals) {
        Integer weighted = deal.amount * 3 - round;
        if (deal.stage == 'won') {
          won += weighted;
        } else {
          won -= 1;
        }
      }
      totals.put('won', won);
      Integer last = totals.get('won');
      checksum = checksum + last;
    }
    return checksum;
  }
}
`;
