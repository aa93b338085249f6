import { printable } from '../../../domain/version.js';
export const quoted = (key) => `'${printable(key)}'`;
