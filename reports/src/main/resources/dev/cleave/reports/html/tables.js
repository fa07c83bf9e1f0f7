/* Sorting and filtering of the candidates' tables; the samples' table, page by page. */
(() => {
  'use strict';

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className) made.className = className;
    return made;
  };

  const number = text => {
    const value = parseFloat(text);
    return Number.isNaN(value) ? null : value;
  };

  /* What is no number goes last, whichever way. */
  const compare = (a, b, direction) => {
    if (a === null || b === null) return (a === null) - (b === null);
    if (typeof a === 'number' && typeof b === 'number') return direction * (a - b);
    return direction * String(a).localeCompare(String(b), 'en', {numeric: true});
  };

  /* Buttons in the heads of the columns; calls `sort(column, direction)`. */
  const addSorting = (table, numeric, sort) => {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = element('button', head.textContent, 'sort');
      button.type = 'button';
      head.replaceChildren(button);
      button.addEventListener('click', () => {
        const before = head.getAttribute('aria-sort');
        const first = numeric[column] ? 'descending' : 'ascending';
        const second = numeric[column] ? 'ascending' : 'descending';
        const now = before === first ? second : first;
        heads.forEach(other => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', now);
        sort(column, now === 'ascending' ? 1 : -1);
      });
    });
  };

  /* A search field before the table; calls `filter(words)` with each change. */
  const addFilter = (table, filter) => {
    const label = element('label', 'Filter ', 'filter');
    const field = element('input');
    field.type = 'search';
    const count = element('span', '', 'quiet');
    count.setAttribute('role', 'status');
    label.append(field);
    const row = element('p', undefined, 'tools');
    row.append(label, count);
    table.parentElement.before(row);
    field.addEventListener('input', () => {
      filter(field.value.toLowerCase().split(/\s+/).filter(word => word));
    });
    return count;
  };

  const matches = (text, words) => words.every(word => text.includes(word));

  document.querySelectorAll('table.sortable').forEach(table => {
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const numeric = [...table.tHead.rows[0].cells].map(head => head.className === 'number');
    addSorting(table, numeric, (column, direction) => {
      const key = row => {
        const text = row.cells[column].textContent;
        return numeric[column] ? number(text) : text;
      };
      body.append(...rows.sort((a, b) => compare(key(a), key(b), direction)));
    });
    const count = addFilter(table, words => {
      rows.forEach(row => {
        row.hidden = !matches(row.textContent.toLowerCase(), words);
      });
      count.textContent = rows.filter(row => !row.hidden).length + ' of ' + rows.length;
    });
  });

  const bytes = value => {
    let rest = value;
    let unit = 'B';
    for (const next of ['KiB', 'MiB', 'GiB', 'TiB']) {
      if (rest < 1024) break;
      rest /= 1024;
      unit = next;
    }
    return (Number.isInteger(rest) ? rest : rest.toFixed(1)) + unit;
  };
  const seconds = value => value.toFixed(3);
  const rate = value => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
  const WRITTEN = {words: String, count: String, bytes, seconds, rate};
  const PAGE = 100;

  const data = JSON.parse(document.getElementById('report-data').textContent);
  document.querySelectorAll('table.samples').forEach(table => {
    let shown = [...data.samples];
    let page = 0;
    let sorting = null;
    let wanted = [];
    const numeric = data.formats.map(format => format !== 'words');
    const text = sample => sample.join(' ').toLowerCase();
    const pages = () => Math.max(1, Math.ceil(shown.length / PAGE));

    const draw = () => {
      const rows = shown.slice(page * PAGE, (page + 1) * PAGE).map(sample => {
        const row = element('tr');
        sample.forEach((value, column) => {
          const cell = element('td', value === null ? 'not applicable' : WRITTEN[data.formats[column]](value));
          if (numeric[column]) cell.className = 'number';
          row.append(cell);
        });
        return row;
      });
      table.tBodies[0].replaceChildren(...rows);
      count.textContent = shown.length + ' of ' + data.samples.length;
      place.textContent = 'page ' + (page + 1) + ' of ' + pages();
      back.disabled = page === 0;
      next.disabled = page === pages() - 1;
    };
    const arrange = () => {
      shown = data.samples.filter(sample => matches(text(sample), wanted));
      if (sorting) {
        shown.sort((a, b) => compare(a[sorting.column], b[sorting.column], sorting.direction));
      }
      page = 0;
      draw();
    };
    const turn = (label, by) => {
      const button = element('button', label);
      button.type = 'button';
      button.addEventListener('click', () => {
        page += by;
        draw();
      });
      return button;
    };

    addSorting(table, numeric, (column, direction) => {
      sorting = {column, direction};
      arrange();
    });
    const count = addFilter(table, words => {
      wanted = words;
      arrange();
    });
    const back = turn('Back', -1);
    const next = turn('Next', 1);
    const place = element('span', '', 'quiet');
    place.setAttribute('role', 'status');
    const pager = element('p', undefined, 'tools');
    pager.append(back, place, next);
    table.parentElement.after(pager);
    document.querySelectorAll('.static').forEach(note => note.remove());
    draw();
  });
})();
