export { doctor, unexamined, withFailedCheck } from './doctor.js';
export { list } from './list.js';
export { recover } from './recover.js';
export { restore } from './restore.js';
export { rollback } from './rollback.js';
