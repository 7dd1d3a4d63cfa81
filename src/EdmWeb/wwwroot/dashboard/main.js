import { connectControls } from './header/controls.js';
import { createBadge } from './header/badge.js';
import { placePopovers } from './header/popovers.js';
import { followTabs } from './header/tabs.js';
import { Connection } from './live/connection.js';
import { Store } from './live/store.js';
import { createButtons } from './panels/buttons.js';
import { createEvents } from './panels/events.js';
import { createNotice } from './panels/notice.js';
import { createSeal } from './panels/seal.js';
import { createTag } from './panels/tag.js';
import { createClicks } from './tiles/clicks.js';
import { createPageViews } from './tiles/page-views.js';
import { createVisitorsNow } from './tiles/visitors-now.js';
import { createTraffic } from './traffic/traffic.js';

const store = new Store();
const connection = new Connection(30, (frame, first) => store.accept(frame, first), (link) => store.connect(link));

const panels = [
  createBadge(), createVisitorsNow(), createPageViews(), createClicks(), createTraffic(), createButtons(), createEvents(), createSeal(),
  createNotice(() => connection.tryNow()),
];

let due = 0;
let drawn = 0;
const draw = () => {
  due = 0;
  drawn = Date.now();
  const view = store.view();
  for (const panel of panels) panel(view);
};
const drawSoon = () => { due ||= requestAnimationFrame(draw); };
store.subscribe(drawSoon);
// Without frames only ages move: the badge, the age on a tile, the countdown.
setInterval(() => { if (Date.now() - drawn > 200) drawSoon(); }, 250);

let paused = false;
const look = () => connection.want(!paused && !document.hidden);
document.addEventListener('visibilitychange', look);
connectControls({
  show: (window) => connection.show(window),
  pause(wanted) {
    paused = wanted;
    store.pause(wanted);
    look();
  },
});
placePopovers();
followTabs();
createTag();
look();
connection.run();
