export { compareKeys } from '../domain/keys.js';
export * from './store-abilities.js';
export * from './store-errors.js';
