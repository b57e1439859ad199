/*
 * What configuration cannot do to the Tasklist: the language of the page, the English texts and unnamed buttons it
 * has built in, our own login and logout pages, and the link to the year clock.
 */
const requested = (navigator.languages?.[0] ?? navigator.language ?? 'fi').split('-')[0];
const language = ['fi', 'sv', 'en'].includes(requested) ? requested : 'fi';

document.documentElement.lang = language;

// --- texts of Camunda Forms -----------------------------------------------------------------------------------------

const formTexts = {
  en: [],
  fi: [
    [/^Field is required\.$/, 'Täytä tämä kohta.'],
    [/^Field must have minimum value of (.+)\.$/, 'Pienin sallittu arvo on $1.'],
    [/^Field must have maximum value of (.+)\.$/, 'Suurin sallittu arvo on $1.'],
    [/^Field must have minimum length of (\d+)\.$/, 'Kirjoita vähintään $1 merkkiä.'],
    [/^Field must have maximum length of (\d+)\.$/, 'Kirjoita enintään $1 merkkiä.'],
    [/^Field must match pattern (.+)\.$/, 'Tarkista muoto. Katso esimerkkiä.'],
    [/^Field must be a valid email\.$/, 'Tarkista sähköpostiosoite.'],
    [/^Field must be a valid {2}?international phone number\..*$/, 'Kirjoita puhelinnumero muodossa +358401234567.'],
    [/^Value is not a number\.$/, 'Kirjoita luku.'],
    [/^Date is in the past\.$/, 'Päivä on jo mennyt.'],
    [/^Add new$/, 'Lisää rivi'],
    [/^Create new list item$/, 'Lisää rivi'],
    [/^Remove list item (\d+)$/, 'Poista rivi $1'],
    [/^Expand all \((\d+)\)$/, 'Näytä kaikki ($1)'],
    [/^Collapse$/, 'Näytä vähemmän'],
    [/^Select$/, 'Valitse'],
    [/^Search$/, 'Hae'],
    [/^No results$/, 'Ei tuloksia'],
    [/^All values selected$/, 'Kaikki on valittu'],
    [/^Remove tag$/, 'Poista valinta'],
    [/^Nothing to show\.$/, 'Ei näytettävää.'],
    [/^Previous page$/, 'Edellinen sivu'],
    [/^Next page$/, 'Seuraava sivu'],
    [/^dd\.mm\.yyyy$/, 'pp.kk.vvvv'],
    [/^yyyy-mm-dd$/, 'vvvv-kk-pp'],
    [/^Increment$/, 'Suurenna'],
    [/^Decrement$/, 'Pienennä'],
  ],
  sv: [
    [/^Field is required\.$/, 'Fyll i den här punkten.'],
    [/^Field must have minimum value of (.+)\.$/, 'Det minsta tillåtna värdet är $1.'],
    [/^Field must have maximum value of (.+)\.$/, 'Det största tillåtna värdet är $1.'],
    [/^Field must have minimum length of (\d+)\.$/, 'Skriv minst $1 tecken.'],
    [/^Field must have maximum length of (\d+)\.$/, 'Skriv högst $1 tecken.'],
    [/^Field must match pattern (.+)\.$/, 'Kontrollera formatet. Se exemplet.'],
    [/^Field must be a valid email\.$/, 'Kontrollera e-postadressen.'],
    [/^Field must be a valid {2}?international phone number\..*$/, 'Skriv numret i formen +358401234567.'],
    [/^Value is not a number\.$/, 'Skriv ett tal.'],
    [/^Date is in the past\.$/, 'Dagen har redan varit.'],
    [/^Add new$/, 'Lägg till en rad'],
    [/^Create new list item$/, 'Lägg till en rad'],
    [/^Remove list item (\d+)$/, 'Ta bort rad $1'],
    [/^Expand all \((\d+)\)$/, 'Visa alla ($1)'],
    [/^Collapse$/, 'Visa färre'],
    [/^Select$/, 'Välj'],
    [/^Search$/, 'Sök'],
    [/^No results$/, 'Inga träffar'],
    [/^All values selected$/, 'Allt är valt'],
    [/^Remove tag$/, 'Ta bort valet'],
    [/^Nothing to show\.$/, 'Inget att visa.'],
    [/^Previous page$/, 'Föregående sida'],
    [/^Next page$/, 'Nästa sida'],
    [/^dd\.mm\.yyyy$/, 'dd.mm.åååå'],
    [/^yyyy-mm-dd$/, 'åååå-mm-dd'],
    [/^Increment$/, 'Öka'],
    [/^Decrement$/, 'Minska'],
  ],
};

const translated = (text) => {
  const plain = text.trim();
  const rule = plain && formTexts[language].find(([pattern]) => pattern.test(plain));
  return rule ? plain.replace(rule[0], rule[1]) : text;
};

/** What people have typed or municipalities have written is content, and stays as it is. */
const isContent = (element) =>
  element.closest('textarea, input, .fjs-form-field-text, .fjs-form-field-html, .fjs-form-field-label') !== null;

const translateForm = (root) => {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (!node.parentElement || isContent(node.parentElement)) continue;
    const text = translated(node.nodeValue);
    if (text !== node.nodeValue) node.nodeValue = text;
  }
  for (const element of root.querySelectorAll('[placeholder], [aria-label], [title]')) {
    for (const attribute of ['placeholder', 'aria-label', 'title']) {
      const value = element.getAttribute(attribute);
      if (!value) continue;
      const text = translated(value);
      if (text !== value) element.setAttribute(attribute, text);
    }
  }
};

// --- the calendar of date fields: its words, and weeks that begin on Monday -------------------------------------------

const calendarWords = () => {
  const all = (count, date, options) =>
    Array.from({ length: count }, (_, at) =>
      new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(date(at)));
  const month = (at) => new Date(Date.UTC(2023, at, 1));
  // The first of January 2023 is a Sunday, the calendar's first weekday by its own count.
  const weekday = (at) => new Date(Date.UTC(2023, 0, 1 + at));
  return {
    firstDayOfWeek: 1,
    months: { longhand: all(12, month, { month: 'long' }), shorthand: all(12, month, { month: 'short' }) },
    weekdays: { longhand: all(7, weekday, { weekday: 'long' }), shorthand: all(7, weekday, { weekday: 'short' }) },
    monthAriaLabel: { fi: 'Kuukausi', sv: 'Månad', en: 'Month' }[language],
    yearAriaLabel: { fi: 'Vuosi', sv: 'År', en: 'Year' }[language],
  };
};

const tellCalendar = (calendar) => {
  calendar.localize(calendarWords());
  calendar.setDefaults({ ariaDateFormat: 'j. F Y' });
};

// The Tasklist brings the calendar along with its first form.
if (window.flatpickr) {
  tellCalendar(window.flatpickr);
} else {
  let brought;
  Object.defineProperty(window, 'flatpickr', {
    configurable: true,
    get: () => brought,
    set: (calendar) => {
      brought = calendar;
      tellCalendar(calendar);
    },
  });
}

// --- names for icon buttons -----------------------------------------------------------------------------------------

const iconNames = {
  fi: {
    'glyphicon-home': 'Sovellukset',
    'glyphicon-menu-left': 'Piilota paneeli',
    'glyphicon-menu-right': 'Näytä paneeli',
    'glyphicon-menu-up': 'Näytä vähemmän',
    'glyphicon-menu-down': 'Näytä enemmän',
    'glyphicon-resize-full': 'Koko näyttö',
    'glyphicon-resize-small': 'Palauta koko',
    'glyphicon-plus': 'Lisää',
    'glyphicon-plus-sign': 'Lisää',
    'glyphicon-floppy-disk': 'Tallenna haku',
    'glyphicon-remove': 'Poista',
    'glyphicon-link': 'Kopioi linkki',
    'glyphicon-pencil': 'Muokkaa',
    'glyphicon-th': 'Ryhmät',
    'glyphicon-chevron-up': 'Nouseva järjestys',
    'glyphicon-chevron-down': 'Laskeva järjestys',
    'glyphicon-ok': 'Hyväksy',
    'instance-link': 'Avaa prosessin näkymä',
    filters: 'Näytä tai piilota suodattimet',
    list: 'Näytä tai piilota tehtäväluettelo',
    task: 'Näytä tai piilota tehtävä',
    other: 'Toiminto',
  },
  sv: {
    'glyphicon-home': 'Applikationer',
    'glyphicon-menu-left': 'Dölj panelen',
    'glyphicon-menu-right': 'Visa panelen',
    'glyphicon-menu-up': 'Visa mindre',
    'glyphicon-menu-down': 'Visa mer',
    'glyphicon-resize-full': 'Helskärm',
    'glyphicon-resize-small': 'Återställ storleken',
    'glyphicon-plus': 'Lägg till',
    'glyphicon-plus-sign': 'Lägg till',
    'glyphicon-floppy-disk': 'Spara sökningen',
    'glyphicon-remove': 'Ta bort',
    'glyphicon-link': 'Kopiera länken',
    'glyphicon-pencil': 'Redigera',
    'glyphicon-th': 'Grupper',
    'glyphicon-chevron-up': 'Stigande ordning',
    'glyphicon-chevron-down': 'Fallande ordning',
    'glyphicon-ok': 'Godkänn',
    'instance-link': 'Öppna processens vy',
    filters: 'Visa eller dölj filtren',
    list: 'Visa eller dölj uppgiftslistan',
    task: 'Visa eller dölj uppgiften',
    other: 'Åtgärd',
  },
  en: {
    'glyphicon-home': 'Applications',
    'glyphicon-menu-left': 'Hide panel',
    'glyphicon-menu-right': 'Show panel',
    'glyphicon-menu-up': 'Show less',
    'glyphicon-menu-down': 'Show more',
    'glyphicon-resize-full': 'Full screen',
    'glyphicon-resize-small': 'Restore size',
    'glyphicon-plus': 'Add',
    'glyphicon-plus-sign': 'Add',
    'glyphicon-floppy-disk': 'Save search',
    'glyphicon-remove': 'Remove',
    'glyphicon-link': 'Copy link',
    'glyphicon-pencil': 'Edit',
    'glyphicon-th': 'Groups',
    'glyphicon-chevron-up': 'Ascending order',
    'glyphicon-chevron-down': 'Descending order',
    'glyphicon-ok': 'Accept',
    'instance-link': 'Open the view of the process',
    filters: 'Show or hide the filters',
    list: 'Show or hide the task list',
    task: 'Show or hide the task',
    other: 'Action',
  },
}[language];

const nameOf = (control) => {
  if (control.classList.contains('region-toggle')) return iconNames[control.dataset.region] ?? iconNames.other;
  for (const element of [control, ...control.querySelectorAll('*')]) {
    const icon = [...element.classList].find((name) => name in iconNames);
    if (icon) return iconNames[icon];
  }
  return control.querySelector('[uib-tooltip]')?.getAttribute('uib-tooltip').trim() || iconNames.other;
};

const nameControls = () => {
  for (const control of document.querySelectorAll('a[href], a[ng-click], button')) {
    if (control.textContent.trim() || control.title || control.querySelector('img[alt]')) continue;
    const ours = control.dataset.hytekelloNamed !== undefined;
    if (control.hasAttribute('aria-label') && !ours) continue;
    const name = nameOf(control);
    if (control.getAttribute('aria-label') === name) continue;
    control.setAttribute('aria-label', name);
    control.dataset.hytekelloNamed = '';
  }
  for (const input of document.querySelectorAll('input[aria-expanded]:not([role])')) {
    input.setAttribute('role', 'combobox');
  }
};

let scheduled = false;
const tidy = () => {
  scheduled = false;
  nameControls();
  document.querySelectorAll('.fjs-container').forEach(translateForm);
};
new MutationObserver(() => {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(tidy);
}).observe(document.body, { childList: true, subtree: true, characterData: true });

// --- sessions belong to the server, not to the Tasklist ----------------------------------------------------------------

const leaveForOwnPages = () => {
  if (location.hash.startsWith('#/login')) location.replace('/login');
  if (location.hash.startsWith('#/logout')) location.replace('/logout-page');
};
window.addEventListener('hashchange', leaveForOwnPages);
leaveForOwnPages();

document.addEventListener(
  'click',
  (event) => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest('.account .logout a')) {
      event.preventDefault();
      event.stopPropagation();
      location.assign('/logout-page');
      return;
    }
    // A link would otherwise replace the Tasklist and lose what has been typed into the form.
    const link = event.target.closest('.fjs-container a[href]');
    if (link) {
      event.preventDefault();
      event.stopPropagation();
      window.open(link.href, '_blank', 'noopener');
    }
  },
  true,
);

// --- the way back to the year clock -------------------------------------------------------------------------------------

export default [
  {
    id: 'hytekello-year-clock',
    pluginPoint: 'tasklist.navbar.action',
    priority: 1000,
    render: (container) => {
      const link = document.createElement('a');
      link.href = '/';
      link.target = '_self';
      link.textContent = { fi: 'Vuosikello', sv: 'Årsklocka', en: 'Year clock' }[language];
      container.append(link);
    },
    unmount: () => {},
  },
];
