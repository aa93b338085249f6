import type { Holder } from '../../src/domain/log-record.ts';
import type { Host } from '../../src/ports/host.ts';

/** Processes that live and die as the test says; shared by all actors of one world. */
export class Machine {
  readonly dead = new Set<number>();
  next = 1;
  ids = 0;
  /** Whether liveness can be found out at all (the same machine and pid namespace). */
  visible = true;

  /** Whoever was at work until now is gone. */
  killAll(): void {
    for (let pid = 1; pid < this.next; pid += 1) this.dead.add(pid);
  }
}

export class HostDouble implements Host {
  readonly machineId = 'build-host';
  readonly machine: Machine;
  readonly pid: number;

  constructor(machine: Machine) {
    this.machine = machine;
    this.pid = machine.next;
    machine.next += 1;
  }

  async holder(): Promise<Holder> {
    return {
      host: 'build-host',
      boot_id: 'boot',
      pid_namespace: 'ns',
      pid: this.pid,
      process_start: String(this.pid),
    };
  }

  async liveness(holder: Holder): Promise<'alive' | 'dead' | 'unknown'> {
    if (!this.machine.visible && holder.pid !== this.pid) return 'unknown';
    return this.machine.dead.has(holder.pid) ? 'dead' : 'alive';
  }

  uuid(): string {
    this.machine.ids += 1;
    const hex = this.machine.ids.toString(16).padStart(8, '0');
    return `${hex}-0000-4000-8000-${hex.padStart(12, '0')}`;
  }

  die(): void {
    this.machine.dead.add(this.pid);
  }
}
