import { createRate } from './rate.js';

export const createPageViews = () => createRate('page-views', 'pageloads', '/min', 'Page loads');
