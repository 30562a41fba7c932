// What pages of an agenda can do beyond being read: stars, the reader's own time zone, what runs now, news, and offline.
// Without any of it they are whole. Nothing is kept anywhere but in this browser.

const page = document.body;
const address = page.dataset.agenda;
const words = page.dataset;

// --- What this browser keeps of a conference ------------------------------------------------------

const kept = (() => {
  const key = 'lectern' + address;
  let state;
  try {
    state = JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    state = {};
  }
  return {
    get: (name, otherwise) => state[name] ?? otherwise,
    set(name, value) {
      state[name] = value;
      try {
        localStorage.setItem(key, JSON.stringify(state));
      } catch {
        // A browser that keeps nothing still shows the page.
      }
    },
  };
})();

const stars = new Set(kept.get('stars', []));

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// --- Stars ----------------------------------------------------------------------------------------

function showStar(button, number) {
  const starred = stars.has(number);
  const long = button.closest('.page') !== null;
  const label = starred ? words.starred : words.star;
  button.setAttribute('aria-pressed', starred);
  button.setAttribute('aria-label', label);
  button.textContent = (starred ? '★' : '☆') + (long ? ' ' + label : '');
}

function addStars() {
  for (const talk of document.querySelectorAll('[data-talk]')) {
    const number = Number(talk.dataset.talk);
    const button = element('button', { type: 'button', className: 'star' });
    button.addEventListener('click', () => {
      stars.has(number) ? stars.delete(number) : stars.add(number);
      kept.set('stars', [...stars].sort((one, other) => one - other));
      showStar(button, number);
      showMine();
    });
    talk.append(button);
    showStar(button, number);
  }
}

// --- Tools ----------------------------------------------------------------------------------------

const tools = element('p', { className: 'tools' });
const mine = element('a', { className: 'button' });
const clock = element('button', { type: 'button', textContent: words.now });
const zone = element('button', { type: 'button', textContent: words.myZone });

function showMine() {
  mine.hidden = stars.size === 0;
  mine.textContent = `★ ${words.myStars} (${stars.size})`;
  mine.href = `${address}?talks=${[...stars].sort((one, other) => one - other).join(',')}`;
}

const items = [...document.querySelectorAll('[data-start]')].map((item) => ({
  item,
  start: new Date(item.dataset.start),
  end: new Date(item.dataset.end),
}));

/** What runs, and what is over; the button leads to what runs or is next. */
function showNow() {
  const now = new Date();
  const lasts = items.some(({ end }) => end > now);
  for (const { item, start, end } of items) {
    item.classList.toggle('over', lasts && end <= now);
    item.classList.toggle('running', start <= now && now < end);
  }
  document.querySelectorAll('.grid').forEach((grid) => showLine(grid, now));
  clock.hidden = !lasts || !items.some(({ start }) => start - now < 86_400_000);
}

/** A line across the rooms of a day, between the times before and after. */
function showLine(grid, now) {
  grid.querySelector('.line')?.remove();
  const times = [...grid.querySelectorAll('.time')].map((head) => ({
    row: getComputedStyle(head).gridRowStart,
    start: new Date(head.querySelector('time').dateTime),
  }));
  const after = times.findIndex(({ start }) => start > now);
  if (after > 0) {
    const [one, other] = [times[after - 1], times[after]];
    const line = element('div', { className: 'line' });
    const past = element('span', {});
    line.style.gridRow = `${one.row} / ${other.row}`;
    past.style.height = (100 * (now - one.start)) / (other.start - one.start) + '%';
    line.append(past);
    grid.append(line);
  }
}

clock.addEventListener('click', () => {
  const next = items.filter(({ end }) => end > new Date()).sort((one, other) => one.start - other.start)[0];
  next?.item.scrollIntoView({ block: 'center', inline: 'center' });
  next?.item.querySelector('a')?.focus({ preventScroll: true });
});

// --- The reader's own time zone -------------------------------------------------------------------

function clockOf(date, written, timeZone) {
  const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone });
  const day = date.toLocaleDateString('sv', { timeZone });
  const there = written.slice(0, 10);
  return time + (day > there ? ' +1' : day < there ? ' −1' : '');
}

function showZone(own) {
  const timeZone = own ? undefined : page.dataset.zone;
  zone.setAttribute('aria-pressed', own);
  for (const { item, start, end } of items) {
    const facts = item.querySelector('p');
    if (facts && !item.classList.contains('page')) {
      const rest = facts.textContent.replace(/^[^·]*/, '');
      const times = `${clockOf(start, item.dataset.start, timeZone)}–${clockOf(end, item.dataset.end, timeZone)}`;
      facts.textContent = times + (rest && ' ' + rest);
    }
  }
  for (const time of document.querySelectorAll('h3 time')) {
    time.textContent = clockOf(new Date(time.dateTime), time.dateTime, timeZone);
  }
}

zone.addEventListener('click', () => {
  const own = !kept.get('own', false);
  kept.set('own', own);
  showZone(own);
});

function addTools() {
  const isHere = Intl.DateTimeFormat().resolvedOptions().timeZone === page.dataset.zone;
  if (isHere || !document.querySelector('h3 time')) {
    zone.hidden = true;
  } else if (kept.get('own', false)) {
    showZone(true);
  }
  tools.append(mine, clock, zone);
  document.querySelector('header').append(tools);
}

// --- News -----------------------------------------------------------------------------------------

const notice = element('div', { className: 'notice', hidden: true });
notice.setAttribute('role', 'status');

/** What there is to see of a talk before it is opened. */
const looks = (talk) => [talk.startsAt, talk.endsAt, talk.room.slug].join(' ');

/** So many versions the service tells apart. */
const MOST_VERSIONS = 500;

function tell(text, act) {
  const parts = [element('span', { textContent: text })];
  if (act) {
    const button = element('button', { type: 'button', textContent: words.showChanges });
    button.addEventListener('click', act);
    parts.push(button);
  }
  notice.replaceChildren(...parts);
  notice.hidden = false;
}

let known = 0;

async function compare() {
  // What a change leads to must not be what was kept before it.
  const answer = await fetch(address + '.json', { cache: 'no-cache' });
  if (!answer.ok) {
    return;
  }
  const agenda = await answer.json();
  known = agenda.revision;
  const before = kept.get('seen', null);
  const since = kept.get('version', -1);
  const now = Object.fromEntries(agenda.talks.map((talk) => [talk.number, looks(talk)]));
  const see = () => {
    kept.set('seen', now);
    kept.set('version', agenda.version);
  };
  if (before === null) {
    see();
    return;
  }
  const changed = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (number) => before[number] !== now[number],
  );
  if (changed.length === 0) {
    return;
  }
  const ours = changed.filter((number) => stars.has(Number(number))).length;
  tell(words.changes.replace('#', changed.length).replace('*', ours), () => {
    see();
    location.assign(
      since < 0 || agenda.version - since > MOST_VERSIONS
        ? `${address}?talks=${changed.slice(0, 500).join(',')}`
        : `${address}/changes?since=${since}&lang=${document.documentElement.lang}`,
    );
  });
}

/** Everybody hears of a change at once, and does not ask for it at once. */
function listen() {
  const stream = new EventSource(address + '/stream');
  stream.addEventListener('revision', (event) => {
    if (Number(event.data) !== known) {
      setTimeout(() => compare().catch(() => {}), Math.random() * 3_000);
    }
  });
}

// --- Offline --------------------------------------------------------------------------------------

function showAge() {
  if (navigator.onLine) {
    return;
  }
  const date = new Date(document.lastModified);
  tell(words.offline.replace('#', date.toLocaleString(document.documentElement.lang)));
}

// --- On another site ------------------------------------------------------------------------------

/** In a frame only what is asked for is shown, and the site that shows it is told how high that is. */
function embed() {
  page.classList.add('embedded');
  const tellHeight = () => parent.postMessage({ lecternHeight: document.documentElement.scrollHeight }, '*');
  new ResizeObserver(tellHeight).observe(page);
}

// --------------------------------------------------------------------------------------------------

if (window !== parent) {
  embed();
}
addStars();
showMine();
addTools();
page.append(notice);
showNow();
setInterval(showNow, 30_000);
addEventListener('offline', showAge);
addEventListener('online', () => (notice.hidden = true));
showAge();
// A preview has no stream.
compare()
  .then(address.includes('~') ? undefined : listen)
  .catch(() => {});
// The page that was there before its worker is read once more, so that it is kept too.
navigator.serviceWorker?.addEventListener('controllerchange', () =>
  fetch(location.href, { headers: { Accept: 'text/html' } }).catch(() => {}),
);
navigator.serviceWorker?.register('/agenda/-/worker.js', { scope: '/agenda/' }).catch(() => {});
