// A shop's server that uses Segment's library as its documentation says. node segment.mjs FOLDER HOST
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [folder, host] = process.argv.slice(2);
const { Analytics } = createRequire(join(folder, 'package.json'))('@segment/analytics-node');

const analytics = new Analytics({ writeKey: 'shop-1', host, path: '/v1/batch' });
analytics.on('error', (error) => { console.error(error); process.exitCode = 1; });
analytics.identify({ userId: 'u-1', messageId: 'm-1', traits: { plan: 'pro' } });
analytics.page({ userId: 'u-1', messageId: 'm-2', name: 'Thanks', properties: { url: 'https://shop.example/thanks' } });
analytics.track({
  userId: 'u-1', messageId: 'm-3', event: 'Order Completed', timestamp: new Date(Date.now() - 1000),
  properties: { order_id: 'o-1', total: 39.99, currency: 'USD', products: [{ product_id: 'chemex-6', price: 39.99, quantity: 1 }] },
});
await analytics.closeAndFlush();
