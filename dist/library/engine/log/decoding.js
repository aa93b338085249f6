/** Loading the schemas takes about 10 ms, which a start that finds no log never pays. */
const schemas = () => import('./schemas.js');
export const decodeRecord = async (bytes) => (await schemas()).decodeRecord(bytes);
export const decodeMarker = async (bytes) => (await schemas()).decodeMarker(bytes);
