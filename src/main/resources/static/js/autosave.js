/*
 * Rows that save themselves (form[data-autosave], over htmx): a form that leaves the page (data-complete, data-after-save)
 * waits until all of them are saved, and a save that failed is told, so that nothing typed is lost.
 *
 * What is typed stays in the tab's session storage until the server has it: where the session has ended, the page tells
 * so, goes on by itself once the same person has signed in again (in another tab), and brings the text back, unsaved,
 * when the page is opened anew. Another person's text is removed, and all of it when somebody signs out (task-page.js).
 */
(() => {
  // The rows need no button of their own any more.
  document.documentElement.classList.add('scripted');

  const KEPT = 'hytekello.unsaved.';
  const words = document.getElementById('autosave')?.dataset ?? {};
  const dirty = new Set();
  const saving = new Set();
  const retried = new Set();
  let waiting = null;
  let allowed = null;

  const rowOf = (event) => event.target.closest?.('form[data-autosave]');
  const toldOf = (row) => document.getElementById(row.dataset.tells) ?? row.querySelector('[data-failed]');

  /* --- what is typed and not yet saved --- */

  const keyOf = (row) => KEPT + row.getAttribute('action');
  const forget = (row) => sessionStorage.removeItem(keyOf(row));
  const fieldsOf = (row) => [...new FormData(row)].filter(([name]) => name !== '_csrf' && name !== 'embedded');

  const keep = (row) => {
    try {
      sessionStorage.setItem(keyOf(row), JSON.stringify({ user: words.user, fields: fieldsOf(row) }));
    } catch {
      // No room or no storage: the row is saved as ever.
    }
  };

  const fill = (row, fields) => {
    const left = [...fields];
    for (const element of row.elements) {
      if (!element.name || ['_csrf', 'embedded'].includes(element.name) || element.type === 'submit') continue;
      if (element.type === 'checkbox' || element.type === 'radio') {
        element.checked = fields.some(([name, value]) => name === element.name && value === element.value);
        continue;
      }
      const at = left.findIndex(([name]) => name === element.name);
      if (at >= 0) element.value = left.splice(at, 1)[0][1];
    }
  };

  /** Where the row is told of, without the word that it is saved: it no longer is. */
  const unsaid = (row) => {
    const told = toldOf(row);
    told?.querySelector('.saved')?.remove();
    return told;
  };

  const tell = (row, mark, text, ...actions) => {
    const told = unsaid(row);
    if (!told) return;
    told.querySelector(`[${mark}]`)?.remove();
    const notice = document.createElement('div');
    notice.className = 'notice warning';
    notice.setAttribute(mark, '');
    notice.setAttribute('data-unsaved', '');
    const sentence = document.createElement('p');
    sentence.textContent = text;
    const line = document.createElement('p');
    line.className = 'actions';
    line.append(...actions);
    notice.append(sentence, line);
    told.append(notice);
    const fold = row.closest('details');
    if (fold) fold.open = true;
  };

  const button = (text, does) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'hds-button hds-button--secondary compact';
    const label = document.createElement('span');
    label.className = 'hds-button__label';
    label.textContent = text;
    made.append(label);
    made.addEventListener('click', does);
    return made;
  };

  const save = (row) => window.htmx.trigger(row, 'submit');

  const restore = (row) => {
    const kept = sessionStorage.getItem(keyOf(row));
    if (!kept) return;
    const { fields } = JSON.parse(kept);
    const shown = JSON.stringify(fieldsOf(row).filter(([name]) => name !== 'version'));
    if (JSON.stringify(fields.filter(([name]) => name !== 'version')) === shown) {
      forget(row);
      return;
    }
    fill(row, fields);
    dirty.add(row);
    tell(row, 'data-brought-back', words.restored, button(words.save, () => save(row)), button(words.discard, () => {
      forget(row);
      dirty.delete(row);
      if (dirty.size === 0) window.location.reload();
      else row.reset();
    }));
  };

  const removeOthers = () => {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith(KEPT) && JSON.parse(sessionStorage.getItem(key)).user !== words.user) {
        sessionStorage.removeItem(key);
      }
    }
  };

  /* --- the session --- */

  /** Takes the token of the session as it is now. True where this person is signed in, null where nobody answers. */
  const renew = async () => {
    const answer = await fetch('/session', { headers: { Accept: 'application/json' } }).catch(() => null);
    if (!answer || answer.status >= 500) return null;
    const session = answer.ok && !answer.redirected ? await answer.json() : null;
    if (session?.user !== words.user) return false;
    document.body.setAttribute('hx-headers', JSON.stringify({ [session.header]: session.token }));
    for (const field of document.querySelectorAll('input[name=_csrf]')) field.value = session.token;
    return true;
  };

  const tellExpired = (row) => {
    const link = document.createElement('a');
    link.href = '/login';
    link.target = '_blank';
    link.rel = 'noopener';
    link.textContent = words.signIn;
    tell(row, 'data-session-ended', words.expired, link);
  };

  const goOnAfterSignIn = async () => {
    const told = [...document.querySelectorAll('[data-session-ended]')];
    if (told.length === 0 || !(await renew())) return;
    for (const notice of told) notice.remove();
    retried.clear();
    for (const row of [...dirty]) save(row);
  };

  const failed = async (row, status) => {
    dirty.add(row);
    if (status === 401 || status === 403) {
      const renewed = await renew();
      if (renewed === false) {
        tellExpired(row);
        return;
      }
      if (renewed && !retried.has(row)) {
        retried.add(row);
        save(row);
        return;
      }
    }
    const told = unsaid(row);
    if (!told) return;
    const problem = document.createElement('p');
    problem.className = 'error';
    problem.textContent = told.dataset.failed;
    told.querySelector('.error')?.remove();
    told.append(problem);
  };

  /* --- leaving --- */

  /** What must be saved first; not the row that is to be deleted. */
  const unsaved = (form) => {
    const own = form.closest('.autosaved');
    for (const row of dirty) {
      if (own?.contains(row)) {
        dirty.delete(row);
        forget(row);
      }
    }
    return [...document.querySelectorAll('[data-unsaved]')].find((told) => !own?.contains(told));
  };

  const leave = async ({ form, submitter }) => {
    if ((await renew()) === false) {
      const row = document.querySelector('form[data-autosave]');
      if (row) {
        tellExpired(row);
        document.querySelector('[data-session-ended] a').focus();
        return;
      }
    }
    allowed = form;
    form.requestSubmit(submitter?.isConnected ? submitter : undefined);
  };

  const goOn = () => {
    if (!waiting || saving.size > 0) return;
    const next = waiting;
    waiting = null;
    const left = unsaved(next.form);
    if (left) {
      const fold = left.closest('details');
      if (fold) fold.open = true;
      left.setAttribute('tabindex', '-1');
      left.focus();
      return;
    }
    if (dirty.size === 0) leave(next);
  };

  document.addEventListener('input', (event) => {
    const row = rowOf(event);
    if (!row) return;
    dirty.add(row);
    keep(row);
  });

  document.addEventListener('htmx:beforeRequest', (event) => {
    const row = rowOf(event);
    if (!row) return;
    dirty.delete(row);
    saving.add(row);
  });

  document.addEventListener('htmx:afterRequest', async (event) => {
    const row = rowOf(event);
    if (!row) return;
    saving.delete(row);
    if (!event.detail.successful) await failed(row, event.detail.xhr.status);
    else retried.delete(row);
    // After the answer has been put in its place.
    setTimeout(() => {
      if (!dirty.has(row) && !saving.has(row) && !toldOf(row)?.querySelector('[data-unsaved]')) forget(row);
      goOn();
    });
  });

  document.addEventListener('click', (event) => {
    // The editor gives up the own text for the newer one.
    const link = event.target.closest('[data-unsaved] a[href]:not([target])');
    const row = link?.closest('form[data-autosave]')
      ?? [...document.querySelectorAll('form[data-autosave]')].find((one) => link && toldOf(one)?.contains(link));
    if (!row) return;
    forget(row);
    dirty.delete(row);
  });

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.matches('form[data-complete], form[data-after-save]')) return;
    if (form === allowed) {
      allowed = null;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    waiting = { form, submitter: event.submitter };
    for (const row of [...dirty]) if (!form.closest('.autosaved')?.contains(row)) save(row);
    goOn();
  }, true);

  // Told by the page that somebody has just signed in on (task-page.js); the Tasklist does not tell.
  new BroadcastChannel('hytekello.session').addEventListener('message', goOnAfterSignIn);
  document.addEventListener('visibilitychange', () => document.hidden || goOnAfterSignIn());
  window.addEventListener('focus', goOnAfterSignIn);

  window.addEventListener('beforeunload', (event) => {
    if (dirty.size > 0) event.preventDefault();
  });

  removeOthers();
  for (const row of document.querySelectorAll('form[data-autosave]')) restore(row);
})();
