/*
 * Rows that save themselves (form[data-autosave], over htmx): a form that leaves the page (data-complete, data-after-save)
 * waits until all of them are saved, and a save that failed is told, so that nothing typed is lost.
 */
(() => {
  // The rows need no button of their own any more.
  document.documentElement.classList.add('scripted');

  const dirty = new Set();
  const saving = new Set();
  let waiting = null;

  const rowOf = (event) => event.target.closest?.('form[data-autosave]');

  /** What must be saved first; not the row that is to be deleted. */
  const unsaved = (form) => {
    const own = form.closest('.autosaved');
    for (const row of dirty) if (own?.contains(row)) dirty.delete(row);
    return [...document.querySelectorAll('[data-unsaved]')].find((told) => !own?.contains(told));
  };

  const goOn = () => {
    if (!waiting || saving.size > 0) return;
    const form = waiting;
    waiting = null;
    const left = unsaved(form);
    if (left) {
      left.setAttribute('tabindex', '-1');
      left.focus();
      return;
    }
    if (dirty.size === 0) form.requestSubmit();
  };

  document.addEventListener('input', (event) => {
    const row = rowOf(event);
    if (row) dirty.add(row);
  });

  document.addEventListener('htmx:beforeRequest', (event) => {
    const row = rowOf(event);
    if (!row) return;
    dirty.delete(row);
    saving.add(row);
  });

  document.addEventListener('htmx:afterRequest', (event) => {
    const row = rowOf(event);
    if (!row) return;
    saving.delete(row);
    if (!event.detail.successful) {
      dirty.add(row);
      const told = document.getElementById(row.dataset.tells) ?? row.querySelector('[data-failed]');
      if (told) {
        const problem = document.createElement('p');
        problem.className = 'error';
        problem.textContent = told.dataset.failed;
        told.querySelector('.error')?.remove();
        told.append(problem);
      }
    }
    // After the answer has been put in its place.
    setTimeout(goOn);
  });

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.matches('form[data-complete], form[data-after-save]')) return;
    if (!unsaved(form) && dirty.size === 0 && saving.size === 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting = form;
    for (const row of [...dirty]) window.htmx.trigger(row, 'submit');
    goOn();
  }, true);

  window.addEventListener('beforeunload', (event) => {
    if (dirty.size > 0) event.preventDefault();
  });
})();
