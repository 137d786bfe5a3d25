/* global document */
import { createTimeFormat } from './format-time.js';
import { createLeadTable } from './lead-table.js';
import { readData } from './read-data.js';
import { createStoryDialog } from './story-dialog.js';

const data = readData();
const times = createTimeFormat(data.timeZone);
createStoryDialog(data, createLeadTable(data.leads, times), times);

document.addEventListener('keydown', (event) => {
  const isTyping = event.target.matches('input, select, textarea');
  if (event.key !== '/' || isTyping || document.getElementById('story').open) return;
  event.preventDefault();
  document.getElementById('filters').elements.words.focus();
});
