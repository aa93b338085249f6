// A store is a process of its own, told by messages what to do: its work and its memory are not the bench's.

/** Answers `{ id, command, args }` with what the command of that name answers; ends with its parent. */
export function serve(commands) {
  process.on('message', async ({ id, command, args }) => {
    process.send({ id, answer: await commands[command](...args) });
  });
  process.on('disconnect', () => process.exit());
  process.send('ready');
}
