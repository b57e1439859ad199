/*
 * The page's side of the contract with the Tasklist's host form (task-pages/host.html), and what every task page needs
 * on its own: one submit at a time, and a warning before unsaved input is lost.
 */
(() => {
  const host = window.parent !== window ? window.parent : null;
  const tell = (message) => host?.postMessage(message, window.location.origin);

  const done = document.querySelector('[data-task-done]');
  if (done) tell({ hytekello: 'done', taskId: done.dataset.taskDone });

  if (host) {
    // The body, not the root: the root is never smaller than the frame, so the frame could only grow.
    const report = () => tell({ hytekello: 'height', height: Math.ceil(document.body.getBoundingClientRect().height) });
    new ResizeObserver(report).observe(document.body);
    window.addEventListener('load', report);

    window.addEventListener('message', (event) => {
      if (event.origin !== window.location.origin || event.source !== host) return;
      if (event.data?.hytekello === 'submit') document.querySelector('form[data-complete]')?.requestSubmit();
    });
  }

  // Who signs out leaves nothing typed behind (autosave.js keeps it until it is saved).
  const clear = () => {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith('hytekello.unsaved.')) sessionStorage.removeItem(key);
  };
  if (window.location.pathname === '/login' && window.location.search.includes('logout')) clear();
  document.querySelector('form[action="/logout"]')?.addEventListener('submit', clear);

  // Pages whose session had ended go on with the new one (autosave.js).
  if (document.querySelector('.site-user')) new BroadcastChannel('hytekello.session').postMessage('signed in');

  const forms = document.querySelectorAll('form[data-complete], form[data-warn-unsaved]');
  const changed = new Set();
  let leaving = false;

  for (const form of forms) {
    form.addEventListener('input', () => changed.add(form));

    form.addEventListener('submit', (event) => {
      if (event.defaultPrevented) return;
      if (form.getAttribute('aria-busy') === 'true') {
        event.preventDefault();
        return;
      }
      form.setAttribute('aria-busy', 'true');
      leaving = true;
      // After the submission has collected its values, or a named button would leave its value out.
      setTimeout(() => {
        for (const button of form.querySelectorAll('button:not([type=button])')) button.disabled = true;
      });
    });
  }

  // Back from the browser's cache: the buttons work again.
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    leaving = false;
    for (const form of forms) {
      form.removeAttribute('aria-busy');
      for (const button of form.querySelectorAll('button:disabled')) button.disabled = false;
    }
  });

  window.addEventListener('beforeunload', (event) => {
    if (!leaving && changed.size > 0) event.preventDefault();
  });

  for (const link of document.querySelectorAll('[data-error-summary] a[href^="#"]')) {
    const field = document.getElementById(link.hash.slice(1));
    field?.setAttribute('aria-invalid', 'true');
    // Whoever mends it is not told any more that it is wrong.
    field?.addEventListener('input', () => field.removeAttribute('aria-invalid'), { once: true });
  }

  // After a save at the end of a long page the answer stands at its beginning.
  const outcome = document.querySelector('[data-error-summary], .notice.success');
  if (outcome) {
    outcome.tabIndex = -1;
    outcome.focus();
  }
})();
