// The sign at a room's door: what runs there and what is next, as large as the screen allows. Without it, the page lists
// all that is in the room.

const page = document.body;
const { agenda, zone, now, next, nothing, fullScreen } = page.dataset;
const AT_MOST_NEXT = 3;
const A_MINUTE = 60_000;

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

const clock = element('time', {});
const button = element('button', { type: 'button', textContent: fullScreen });
const empty = element('p', { textContent: nothing });

button.hidden = !document.fullscreenEnabled;
button.addEventListener('click', async () => {
  await document.documentElement.requestFullscreen();
  // A screen that goes dark is no sign; where it cannot be kept on, it goes dark.
  await navigator.wakeLock?.request('screen').catch(() => {});
});

/** The day in the conference's zone, whose clock the sign shows. */
const dayOf = (date) => date.toLocaleDateString('sv', { timeZone: zone });

function show() {
  const moment = new Date();
  clock.textContent = moment.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone });
  document.querySelectorAll('.label').forEach((label) => label.remove());
  const items = [...document.querySelectorAll('article')];
  const running = items.filter((item) => new Date(item.dataset.start) <= moment && moment < new Date(item.dataset.end));
  const coming = items
    .filter((item) => new Date(item.dataset.start) > moment && dayOf(new Date(item.dataset.start)) === dayOf(moment))
    .slice(0, AT_MOST_NEXT);
  for (const item of items) {
    item.hidden = !running.includes(item) && !coming.includes(item);
    item.classList.toggle('now', running.includes(item));
  }
  running[0]?.before(element('span', { className: 'label', textContent: now }));
  coming[0]?.before(element('span', { className: 'label', textContent: next }));
  empty.hidden = running.length + coming.length > 0;
}

/** The rest of the page stays, so that a full screen does too. What cannot be had now is asked for again. */
async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, cache: 'no-cache' });
  if (answer.ok) {
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.querySelector('h1').replaceWith(fresh.querySelector('h1'));
    document.querySelector('main').replaceChildren(...fresh.querySelector('main').childNodes, empty);
    show();
  }
}

page.classList.add('live');
document.querySelector('header').append(clock, button);
document.querySelector('main').append(empty);
show();
setInterval(show, A_MINUTE / 6);
setInterval(() => refresh().catch(() => {}), 5 * A_MINUTE);
if (!agenda.includes('~')) {
  new EventSource(agenda + '/stream').addEventListener('revision', () =>
    setTimeout(() => refresh().catch(() => {}), Math.random() * 3_000),
  );
}
