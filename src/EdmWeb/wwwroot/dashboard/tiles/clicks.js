import { createRate } from './rate.js';

export const createClicks = () => createRate('clicks', 'clicks', '/s', 'Clicks on buttons and links');
