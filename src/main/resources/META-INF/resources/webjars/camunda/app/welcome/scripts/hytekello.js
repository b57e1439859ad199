/* The language of the page, and our own login and logout pages instead of Camunda's. */
const requested = (navigator.languages?.[0] ?? navigator.language ?? 'fi').split('-')[0];
document.documentElement.lang = ['fi', 'sv', 'en'].includes(requested) ? requested : 'fi';

const leaveForOwnPages = () => {
  if (location.hash.startsWith('#/login')) location.replace('/login');
};
window.addEventListener('hashchange', leaveForOwnPages);
leaveForOwnPages();

document.addEventListener(
  'click',
  (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('.account .logout a')) return;
    event.preventDefault();
    event.stopPropagation();
    location.assign('/logout-page');
  },
  true,
);

export default [];
