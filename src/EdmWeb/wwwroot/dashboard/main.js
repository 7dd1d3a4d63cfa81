import { createEvents } from './events/events.js';
import { connectFilter } from './events/filter.js';
import { createFunnel } from './funnel/funnel.js';
import { createBadge } from './header/badge.js';
import { connectControls } from './header/controls.js';
import { createExplanations } from './header/explanations.js';
import { connectLeave } from './header/leave.js';
import { placePopovers } from './header/popovers.js';
import { followTabs } from './header/tabs.js';
import { createWall } from './header/wall.js';
import { createHistory } from './history/history.js';
import { createDevices } from './lists/devices.js';
import { createList } from './lists/list.js';
import { calm } from './live/calm.js';
import { Connection } from './live/connection.js';
import { EVERYTHING } from './live/filter.js';
import { Store } from './live/store.js';
import { connectInvite } from './panels/invite.js';
import { createNotice } from './panels/notice.js';
import { createSeal } from './panels/seal.js';
import { createTag } from './panels/tag.js';
import { createPipeline } from './pipeline/pipeline.js';
import { createProducts } from './products/products.js';
import { createActiveCarts } from './tiles/active-carts.js';
import { createClicks } from './tiles/clicks.js';
import { createConversion } from './tiles/conversion.js';
import { createOrders } from './tiles/orders.js';
import { createPageViews } from './tiles/page-views.js';
import { createRevenue } from './tiles/revenue.js';
import { createVisitorsNow } from './tiles/visitors-now.js';
import { createToday } from './today/today.js';
import { createTraffic } from './traffic/traffic.js';

const store = new Store();
const connection = new Connection({ window: 30, ...EVERYTHING }, (frame, first) => store.accept(frame, first), (link) => store.connect(link));

const traffic = createTraffic();
const panels = [
  createBadge(), createExplanations(), createWall(traffic.scale),
  createVisitorsNow(), createPageViews(), createClicks(), createActiveCarts(), createOrders(), createRevenue(), createConversion(),
  traffic.draw,
  ...[createFunnel(), createProducts(), createList('buttons'), createList('pages'), createList('sources'), createDevices(), createSeal()].map(calm),
  createEvents((event) => connection.record(event)), createNotice(() => connection.tryNow()),
  createToday(), createHistory(), createPipeline((onItem) => connection.pipeline(onItem), () => connection.tryNow()),
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
setInterval(() => { if (Date.now() - drawn > 400) drawSoon(); }, 250);

let paused = false;
const look = () => connection.want(!paused && !document.hidden);
document.addEventListener('visibilitychange', look);
connectControls({
  show: (window) => connection.show({ window }),
  pause(wanted) {
    paused = wanted;
    store.pause(wanted);
    look();
  },
});
connectFilter((filter) => {
  store.filter(filter);
  connection.show(filter);
});
placePopovers();
followTabs();
createTag();
connectInvite();
connectLeave().catch(() => {});
look();
connection.run();
