// What only the page itself can do. The tasks stand here and get plain values: a script that is made for each task
// would have to be allowed to run inline, and with it whatever else somebody smuggles into a page.

const RETURN = "wc-return-to";

const TASKS = {
  page({ lang, outage }) {
    document.documentElement.lang = lang;
    window.wcOutage ??= new OutageNotice();
    window.wcOutage.start(outage);
  },

  words({ field, slot }) {
    keptWords().keep(field, slot);
  },

  choices(wish, give) {
    keptChoices().keep(wish, give);
  },

  sent({ slots }) {
    keptWords().forget(slots);
  },

  remember({ name, value, age }) {
    const secure = location.protocol === "https:" ? "; Secure" : "";
    document.cookie = `${name}=${value}; Max-Age=${age}; Path=/; SameSite=Strict${secure}`;
  },

  keep(wish) {
    TASKS.remember(wish);
    window.wcWaiting?.close();
    window.wcWaiting = null;
    if (wish.value) new BroadcastChannel("webcare").postMessage("in");
  },

  follow() {
    if (window.wcWaiting) return;
    window.wcWaiting = new BroadcastChannel("webcare");
    window.wcWaiting.onmessage = () => location.reload();
  },

  reload() {
    location.reload();
  },

  note() {
    sessionStorage.setItem(RETURN, location.pathname + location.search);
  },

  back({ first }) {
    const to = sessionStorage.getItem(RETURN);
    sessionStorage.removeItem(RETURN);
    if (!to || location.pathname !== first || !to.startsWith(first)) return;
    const there = new URL(to, location.origin);
    if (there.origin === location.origin && there.href !== location.href) location.replace(there.href);
  },
};

export default function ({ data, parentElement, setTriggerValue }) {
  if (!data || !Object.hasOwn(TASKS, data.task)) return;
  // A rerun draws the same element again; the task is done once for each wish.
  const wish = JSON.stringify(data);
  if (parentElement.wcDone === wish) return;
  parentElement.wcDone = wish;
  TASKS[data.task](data, (text) => setTriggerValue("given", text));
}
