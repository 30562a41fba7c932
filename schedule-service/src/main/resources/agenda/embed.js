// Shows an agenda on another site: <script src="https://…/agenda/-/embed.js" data-agenda="clocks" async></script>
// A frame takes the script's place, as high as what is in it. data-page names a page below the agenda, "rooms/red";
// each other data-… is a parameter of that page: talks, q, track, room, type, language, lang.

const script = document.currentScript;
const { agenda, page, ...parameters } = script.dataset;
const address = new URL('/agenda/' + agenda + (page ? '/' + page : ''), script.src);
address.search = new URLSearchParams(parameters);

const frame = document.createElement('iframe');
frame.src = address;
frame.title = script.title || 'Agenda';
frame.loading = 'lazy';
frame.style.cssText = 'width:100%;height:40rem;border:0';
script.after(frame);

addEventListener('message', (event) => {
  const height = Number(event.data?.lecternHeight);
  if (event.source === frame.contentWindow && event.origin === address.origin && height > 0) {
    frame.style.height = Math.ceil(height) + 'px';
  }
});
