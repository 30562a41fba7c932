// New mail appears by itself, and a few keys; the page works without both.
'use strict';

const list = document.getElementById('list');

async function refresh() {
  const answer = await fetch(location.href);
  if (!answer.ok) {
    location.assign('/');
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const focused = list.contains(document.activeElement) && document.activeElement.getAttribute('href');
  list.replaceChildren(...page.getElementById('list').childNodes);
  document.querySelector('.delete').replaceWith(page.querySelector('.delete'));
  if (focused) {
    list.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
  }
}

// A flood of mail is looked at twice a second, not at each message.
let soon = null;
new EventSource('/news').onmessage = () => {
  soon ??= setTimeout(() => {
    soon = null;
    refresh();
  }, 500);
};

function go(step) {
  const links = [...list.querySelectorAll('li a')];
  const next = links[links.findIndex(link => link.ariaCurrent) + step] ?? null;
  next?.click();
}

const keys = {
  j: () => go(1),
  k: () => go(-1),
  '/': () => document.querySelector('[name=q]').focus(),
  Escape: () => document.querySelector('.back a')?.click(),
};

document.addEventListener('keydown', event => {
  const typing = event.target.matches('input');
  if (typing && event.key === 'Escape') {
    event.target.blur();
  } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && keys[event.key]) {
    event.preventDefault();
    keys[event.key]();
  }
});

document.addEventListener('submit', event => {
  if (event.target.matches('.delete') && !confirm('Delete all messages?')) {
    event.preventDefault();
  }
});

list.querySelector('[aria-current]')?.scrollIntoView({block: 'nearest'});
