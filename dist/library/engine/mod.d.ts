export type { EngineContext } from './context.ts';
export { type DoctorReport, doctor, unexamined, withFailedCheck } from './doctor.ts';
export { list } from './list.ts';
export { recover } from './recover.ts';
export { restore } from './restore.ts';
export { rollback } from './rollback.ts';
