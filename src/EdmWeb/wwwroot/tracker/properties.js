// @ts-check
/**
 * The properties as they were typed.
 * @param {string} text
 * @returns {{ value: object } | { wrong: string }} wrong: in words for who typed them
 */
export function readProperties(text) {
  /** @type {unknown} */
  let value;
  try {
    value = JSON.parse(text);
  } catch (reason) {
    return { wrong: `This is not JSON: ${reason instanceof Error ? reason.message : reason}` };
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { value };
  const kind = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
  return { wrong: `Properties are an object, { … }, and this is ${kind}.` };
}
