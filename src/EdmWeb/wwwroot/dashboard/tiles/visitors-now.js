import { createNow } from './now.js';

export const createVisitorsNow = () => createNow('visitors-now', 'visitorsNow', 'Distinct visitors seen in the last 5 minutes, by whatever they did.');
