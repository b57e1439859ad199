const language = (navigator.languages?.[0] ?? navigator.language ?? 'fi').split('-')[0];
const languages = ['fi', 'sv', 'en'];

/** Picks the text of the person's language; the application itself chooses in the same way. */
const say = (texts) => texts[language] ?? texts.fi;

export default {
  app: {
    vendor: 'Hytekello',
    name: say({ fi: 'Omat tiedot', sv: 'Mina uppgifter', en: 'Profile' }),
  },
  // The fallback's date texts are loaded last and win, so the person's own language must be the fallback.
  locales: { availableLocales: languages, fallbackLocale: languages.includes(language) ? language : 'fi' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/hytekello.js'],
  links: [
    {
      label: say({ fi: 'Vuosikello', sv: 'Årsklocka', en: 'Year clock' }),
      href: '/',
      description: say({
        fi: 'Hyvinvointityön vuosi ja sen määräajat',
        sv: 'Välfärdsarbetets år och dess tidsfrister',
        en: 'The year of wellbeing work and its deadlines',
      }),
    },
  ],
};
