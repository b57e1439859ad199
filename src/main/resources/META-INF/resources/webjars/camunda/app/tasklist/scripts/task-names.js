/*
 * The engine knows a task by one name in one language, the same in every municipality and for every body. This puts the
 * name in the person's language, and the matter it is about, into the Tasklist's list and heading. The same goes for the
 * filters' names.
 */
const language = (navigator.languages?.[0] ?? navigator.language ?? 'fi').split('-')[0];

const filterNames = {
  sv: {
    'Omat tehtävät': 'Mina uppgifter',
    'Ryhmäni tehtävät': 'Mina gruppers uppgifter',
    Myöhässä: 'Försenade',
  },
  en: { 'Omat tehtävät': 'My tasks', 'Ryhmäni tehtävät': "My groups' tasks", Myöhässä: 'Late' },
}[language] ?? {};

const known = new Map();
let asking = false;

const ask = async () => {
  if (asking) return;
  asking = true;
  try {
    const answer = await fetch('/api/tasks');
    if (answer.ok) for (const task of await answer.json()) known.set(task.id, task);
  } catch {
    // The engine's own names remain.
  }
  asking = false;
};

const idOf = (address) => new URLSearchParams(address.split('?')[1]).get('task');

/** Angular keeps hold of its text nodes, so they are filled and not replaced. */
const put = (element, text) => {
  const nodes = [...(element?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE);
  const node = nodes.find((candidate) => candidate.nodeValue.trim()) ?? nodes[0];
  if (node && node.nodeValue.trim() !== text) node.nodeValue = text;
};

const places = () => {
  const found = [...document.querySelectorAll('.tasks-list li.task')].map((card) => {
    const link = card.querySelector('h4.task a');
    return { id: idOf(link?.getAttribute('href') ?? ''), name: link, matter: card.querySelector('.process-definition') };
  });
  const heading = document.querySelector('.task-details h2.task');
  if (heading) {
    found.push({
      id: idOf(location.hash),
      name: heading,
      matter: heading.parentElement.querySelector('.process-definition'),
    });
  }
  return found.filter((place) => place.id);
};

const nameFilters = () => {
  for (const link of document.querySelectorAll('.task-filter .name > a')) {
    const text = filterNames[link.firstChild?.nodeValue?.trim()];
    if (text) put(link, text);
  }
};

const name = async () => {
  nameFilters();
  const unknown = places().filter((place) => !known.has(place.id));
  if (unknown.length > 0) {
    await ask();
    // Not this person's own tasks: an administrator sees those of all.
    for (const { id } of unknown) if (!known.has(id)) known.set(id, null);
  }
  for (const place of places()) {
    const task = known.get(place.id);
    if (!task) continue;
    put(place.name, task.name);
    put(place.matter, task.matter);
  }
};

/** The lists on the left are the engine's too, with one name for all. */
const lists = new Map(
  Object.entries({
    'Omat tehtävät': { sv: 'Mina uppgifter', en: 'My tasks' },
    'Ryhmäni tehtävät': { sv: 'Min grupps uppgifter', en: 'Tasks of my group' },
    'Myöhässä': { sv: 'Försenade', en: 'Late' },
  }),
);

const nameLists = () => {
  const texts = document.createTreeWalker(document.querySelector('.task-filters') ?? document.head, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const known = node.nodeValue.trim();
    const name = lists.get(known)?.[document.documentElement.lang];
    if (name) node.nodeValue = node.nodeValue.replace(known, name);
  }
};

let scheduled = false;
new MutationObserver(() => {
  if (scheduled) return;
  scheduled = true;
  requestAnimationFrame(() => {
    scheduled = false;
    name();
    nameLists();
  });
}).observe(document.body, { childList: true, subtree: true, characterData: true });

export default [];
