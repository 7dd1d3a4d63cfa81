import { UNKNOWN, count, percent } from '../format.js';
import { points } from './change.js';
import { createTile } from './tile.js';

/** @param {number | null} share */
const percents = (share) => (share === null ? null : 100 * share);

/** Without a visitor there is nothing to take a share of. */
export const createConversion = () => createTile('conversion', ({ figures: { conversion, visitors }, window }) => {
  const known = visitors.value > 0;
  return {
    figure: known ? percent(conversion.value) : UNKNOWN,
    unit: known ? '%' : '',
    change: points(conversion),
    series: conversion.series.map(percents),
    before: conversion.seriesBefore.map(percents),
    explanation: `Distinct visitors with an order in the last ${window} minutes, of the ${count(visitors.value)} seen in them. ${
      conversion.before === null ? `Nobody counted ${window} minutes ago.` : `${percent(conversion.before)} % in the ${window} minutes before.`}`,
  };
});
