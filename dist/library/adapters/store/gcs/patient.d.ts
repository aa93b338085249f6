import type { Clock } from '../../../ports/clock.ts';
import type { ProbeSubject } from '../remote/probe.ts';
/**
 * The same store for the probe, which changes one object several times: one that is turned away (once a second, per
 * object) had no effect, and is sent again after the wait that was asked for.
 */
export declare function patient(store: ProbeSubject, clock: Clock, retries: number): ProbeSubject;
