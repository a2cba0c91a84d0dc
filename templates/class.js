// Sorts the table of submissions by a click on the head of a column.
// Without it the page says the same, in the order of names.
(() => {
  const table = document.getElementById('roll');
  const told = document.getElementById('told');
  if (!(table instanceof HTMLTableElement) || told === null) return;
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];

  // A cell without a place has nothing to be sorted by, and stays at the end either way.
  const placeIn = (row, column) => {
    const { place } = row.cells[column].dataset;
    return place === undefined ? Number.NaN : Number(place);
  };

  const sort = (column, direction) => {
    // From the order of names each time, so that ties do not depend on earlier clicks.
    const sorted = [...rows].sort((one, other) => {
      const [a, b] = [placeIn(one, column), placeIn(other, column)];
      if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) - Number.isNaN(b);
      return direction === 'ascending' ? a - b : b - a;
    });
    body.append(...sorted);
    for (const head of heads) head.removeAttribute('aria-sort');
    heads[column].setAttribute('aria-sort', direction);
    told.textContent = `Sorted by ${heads[column].textContent}, ${direction}.`;
  };

  heads.forEach((head, column) => {
    const word = head.querySelector('.sorter');
    if (word === null) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = word.className;
    button.append(...word.childNodes);
    button.addEventListener('click', () => {
      const ascends = head.getAttribute('aria-sort') === 'ascending';
      sort(column, ascends ? 'descending' : 'ascending');
    });
    word.replaceWith(button);
  });

  // Paper cannot be unfolded, and not every browser lets the style sheet do it.
  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll('details:not([open])')];
    for (const details of folded) details.open = true;
  });
  addEventListener('afterprint', () => {
    for (const details of folded) details.open = false;
  });
})();
