// The tracker for pages that import it; without a tag it waits for edm.init({ endpoint, writeKey }).
import './edm.js';

export default window.edm;
