/* Takes the text of a field along, where the browser lets a page do so; without that the field can be copied by hand. */
(() => {
  for (const button of document.querySelectorAll('[data-copy]')) {
    const field = document.getElementById(button.dataset.copy);
    field.addEventListener('focus', () => field.select());
    if (!navigator.clipboard) continue;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(field.value);
        button.parentElement.querySelector('[data-copy-said]').textContent = button.dataset.copied;
      } catch {
        field.focus();
      }
    });
  }
})();
