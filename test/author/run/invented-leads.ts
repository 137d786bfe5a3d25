/** A CSV of invented leads that exercises most of a policy; the same count gives the same bytes. */
export function inventedLeads(count: number): string {
  const rows = ['Lead ID,Created,Channel,First Name,Last Name,Email,Company,Title,Country,Industry,Employees,Message'];
  for (let row = 0; row < count; row += 1) {
    rows.push(inventedLead(row));
  }
  return `${rows.join('\r\n')}\r\n`;
}

const channels = ['web form', 'demo request', 'contact email', 'chat', 'list import', 'support ticket'];
const titles = ['VP Operations', 'Head of Field Service', 'Dispatcher', 'CEO', '', 'Student'];
const countries = ['DE', 'United States', 'France', 'Brazil', 'JP', ''];
const industries = ['utilities', 'construction', 'logistics', 'retail', ''];
const sizes = ['12', '51-200', '1,200', '', '~300', 'many'];
const messages = [
  'We have to replace our tool this quarter and need a quote for 40 users.',
  'Please tell me about prices',
  '"quoted", with a comma\nand a second line',
  'My invoice is wrong, please help',
  '',
];

function inventedLead(row: number): string {
  const pick = (from: string[], step: number): string => from[Math.floor(row / step) % from.length]!;
  const created = new Date(Date.UTC(2026, 0, 5, 8) + row * 137_000).toISOString();
  const person = row % 11 === 0 ? Math.floor(row / 2) : row;
  const cells = [
    `I-${100_000 + row}`,
    created,
    pick(channels, 1),
    `First${person % 97}`,
    `Last${person % 89}`,
    `p${person}@company${person % 4_001}.example`,
    `Company ${person % 4_001}`,
    pick(titles, 3),
    pick(countries, 5),
    pick(industries, 7),
    pick(sizes, 2),
    pick(messages, 4),
  ];
  return cells.map(quoted).join(',');
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
