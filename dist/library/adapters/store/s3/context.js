import { printable } from '../../../domain/version.js';
/** A revision that no object has. */
export const NEVER = 'ffffffffffffffffffffffffffffffff';
export const quoted = (key) => `'${printable(key)}'`;
