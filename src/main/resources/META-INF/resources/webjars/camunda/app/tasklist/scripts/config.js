const language = (navigator.languages?.[0] ?? navigator.language ?? 'fi').split('-')[0];
const languages = ['fi', 'sv', 'en'];
const locale = languages.includes(language) ? language : 'fi';

/** Picks the text of the person's language; the Tasklist itself chooses in the same way. */
const say = (texts) => texts[language] ?? texts.fi;

const shortcut = (key, texts) => ({ key, description: say(texts) });

/** Some texts are read once, at the start: they must be where the Tasklist keeps them before it asks. */
const provideTexts = async () => {
  const directory = new URL('../locales/', import.meta.url);
  const answer = await fetch(new URL(`${locale}.json`, directory));
  if (!answer.ok) return;
  const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
  kept[`${directory.pathname}_locales_data_${locale}_${window.bust}`] = await answer.text();
  localStorage.setItem('camunda-web', JSON.stringify(kept));
};

/** What is due first comes first, unless the address asks for another order. */
const sortByDueDate = () => {
  const [path, query] = location.hash.slice(1).split('?');
  const asked = new URLSearchParams(query);
  if ((path && path !== '/') || asked.has('sorting')) return;
  asked.set('sorting', JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
  history.replaceState(history.state, '', `#/?${asked}`);
};

await provideTexts().catch(() => {});
sortByDueDate();

export default {
  app: {
    vendor: 'Hytekello',
    name: say({ fi: 'Tehtävät', sv: 'Uppgifter', en: 'Tasks' }),
  },
  // The fallback's date texts are loaded last and win, so the person's own language must be the fallback.
  locales: { availableLocales: languages, fallbackLocale: locale },
  dateFormat: { normal: 'LLL', long: 'LLLL', short: 'LL' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/hytekello.js', 'scripts/task-names.js'],
  shortcuts: {
    claimTask: shortcut('ctrl+alt+c', {
      fi: 'ota valittu tehtävä',
      sv: 'ta den valda uppgiften',
      en: 'claim the selected task',
    }),
    focusFilter: shortcut('ctrl+shift+f', {
      fi: 'siirry ensimmäiseen suodattimeen',
      sv: 'gå till det första filtret',
      en: 'go to the first filter',
    }),
    focusList: shortcut('ctrl+alt+l', {
      fi: 'siirry ensimmäiseen tehtävään',
      sv: 'gå till den första uppgiften',
      en: 'go to the first task',
    }),
    focusForm: shortcut('ctrl+alt+f', {
      fi: 'siirry lomakkeen ensimmäiseen kenttään',
      sv: 'gå till formulärets första fält',
      en: 'go to the first field of the form',
    }),
    startProcess: shortcut('ctrl+alt+p', {
      fi: 'avaa prosessin käynnistys',
      sv: 'öppna start av process',
      en: 'open the start of a process',
    }),
  },
};
