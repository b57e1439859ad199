/*
 * Rows folded in details: a link to one opens it and puts the cursor in it, and [data-next-incomplete] leads to the next
 * row that lacks something, as it is now. [data-check-all] marks all boxes of the fieldset it names.
 */
(() => {
  const show = (target) => {
    for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    const field = target.matches('input, select, textarea')
      ? target
      : target.querySelector('input:not([type=hidden]), select, textarea');
    (field ?? target).focus();
    (field ?? target).scrollIntoView({ block: 'center' });
  };

  const nextAfter = (link) => {
    const rows = [...document.querySelectorAll('details.proposal')];
    const from = rows.indexOf(link.closest('details.proposal'));
    const turn = [...rows.slice(from + 1), ...rows.slice(0, from + 1)];
    return turn.find((row) => row.querySelector('[data-incomplete]'));
  };

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    const next = link.matches('[data-next-incomplete]') ? nextAfter(link) : null;
    const target = next ?? document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target?.closest('details') && !next) return;
    event.preventDefault();
    if (next) next.open = true;
    show(next?.querySelector('form') ?? target);
  });

  for (const button of document.querySelectorAll('[data-check-all]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      for (const box of document.querySelectorAll(`#${button.dataset.checkAll} [type=checkbox]`)) box.checked = true;
    });
  }

  const asked = document.querySelector('[data-focus]')
    ?? document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
  if (asked?.closest('details')) show(asked);
})();
