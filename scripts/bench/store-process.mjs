// The bench's end of a store that runs in a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export class StoreProcess {
  #child;
  #asked = new Map();

  constructor(child) {
    this.#child = child;
    child.on('message', ({ id, answer }) => this.#asked.get(id)?.(answer));
  }

  /** `name` is a file of `stores/`. */
  static async start(name) {
    const child = fork(join(import.meta.dirname, 'stores', `${name}.mjs`));
    await once(child, 'message');
    return new StoreProcess(child);
  }

  /** Rejects when the store's process ends instead of answering. */
  ask(command, ...args) {
    const id = this.#asked.size;
    return new Promise((resolve, reject) => {
      this.#child.once('exit', () => reject(new Error(`The store ended while it was asked to ${command}`)));
      this.#asked.set(id, (answer) => {
        this.#child.removeAllListeners('exit');
        resolve(answer);
      });
      this.#child.send({ id, command, args });
    });
  }

  async stop() {
    if (!this.#child.connected) return;
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }
}
