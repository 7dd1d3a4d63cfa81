// A shop that uses Segment's library as its documentation says, with the relay as its host and the settings that a CDN would
// give it. Without them, and the key among them, it sends no key; without a rate of 0 it also posts counts of its own calls to
// /v1/m after half a minute, which is a matter between it and Segment.
const query = new URLSearchParams(location.search);
const relay = query.get('relay');
const deliveryStrategy = query.has('batching') ? { strategy: 'batching', config: { size: 3, timeout: 1000 } } : undefined;
window.analytics = window.AnalyticsNext.AnalyticsBrowser.load({
  writeKey: 'shop-1',
  cdnURL: location.origin,
  cdnSettings: { metrics: { sampleRate: 0 }, integrations: { 'Segment.io': { apiKey: 'shop-1', apiHost: `${relay}/v1`, protocol: 'http', deliveryStrategy } } },
});
window.analytics.page('Home');
window.analytics.identify('u-1', { plan: 'pro' });
window.analytics.track('Order Completed', { order_id: 'o-1', total: 39.99, currency: 'USD' });
