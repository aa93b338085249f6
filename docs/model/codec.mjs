// A state as one short string and back: a character per number or word. The same states give the same string.

const words = [];
const numbers = new Map();

/** Words get their number when they are first met. */
function code(word) {
  let number = numbers.get(word);
  if (number === undefined) {
    number = words.length;
    if (number > 255) throw new Error('more words than fit into a character');
    words.push(word);
    numbers.set(word, number);
  }
  return number;
}

/** @param {import('./state.mjs').State} s */
export function pack(s) {
  const out = [...s.art, s.entry, s.other, code(s.expected), s.published, ...s.budget];
  const { head, publisher } = s;
  out.push(code(head.kind), head.op, code(head.phase), head.holder, head.age);
  out.push(code(publisher.pc), publisher.current, publisher.readEntry, publisher.readOther);
  for (const op of s.ops) packOp(out, op);
  for (const run of s.runs) packRun(out, run);
  for (const flight of s.flights.map(packFlight).sort()) out.push(...flight);
  return String.fromCharCode(...out);
}

function packOp(out, op) {
  out.push(op.seen[0], op.seen[1], op.entry, op.undoes, op.absent, op.manifest, op.copy[0], op.copy[1]);
  out.push(op.commit, op.marked, op.unmarked, code(op.closer));
}

function packRun(out, run) {
  out.push(code(run.pc), run.op, code(run.own), code(run.result), run.todo, run.target, run.adopted);
  out.push(run.waited, run.readEntry, run.readOther, run.pending);
  out.push(
    run.recovering |
      (run.current << 1) |
      (run.age << 2) |
      (run.began << 3) |
      (run.lost << 4) |
      (run.unresolved << 5) |
      (run.indexCurrent << 6) |
      (run.superseded << 7),
  );
}

const packFlight = ({ type, run, op, k, value, other, current, age }) => [
  code(type),
  run,
  op,
  k,
  value,
  other,
  current,
  age,
];

/** @param {string} key @param {readonly string[]} kinds of the runs @returns {import('./state.mjs').State} */
export function unpack(key, kinds) {
  let at = 0;
  const next = () => key.charCodeAt(at++);
  const word = () => words[next()];
  const s = {
    art: [next(), next()],
    entry: next(),
    other: next(),
    expected: word(),
    published: next(),
    budget: [next(), next(), next()],
    head: { kind: word(), op: next(), phase: word(), holder: next(), age: next() },
    publisher: { pc: word(), current: next(), readEntry: next(), readOther: next() },
    ops: kinds.map(() => unpackOp(next, word)),
    runs: kinds.map((kind, id) => unpackRun(id, kind, next, word)),
    flights: [],
  };
  while (at < key.length) {
    s.flights.push({
      type: word(),
      run: next(),
      op: next(),
      k: next(),
      value: next(),
      other: next(),
      current: next(),
      age: next(),
    });
  }
  return s;
}

function unpackOp(next, word) {
  return {
    seen: [next(), next()],
    entry: next(),
    undoes: next(),
    absent: next(),
    manifest: next(),
    copy: [next(), next()],
    commit: next(),
    marked: next(),
    unmarked: next(),
    closer: word(),
  };
}

function unpackRun(id, kind, next, word) {
  const run = { id, kind, pc: word(), op: next(), own: word(), result: word(), todo: next() };
  Object.assign(run, {
    target: next(),
    adopted: next(),
    waited: next(),
    readEntry: next(),
    readOther: next(),
  });
  run.pending = next();
  const bits = next();
  const bit = (n) => (bits >> n) & 1;
  return Object.assign(run, {
    recovering: bit(0),
    current: bit(1),
    age: bit(2),
    began: bit(3),
    lost: bit(4),
    unresolved: bit(5),
    indexCurrent: bit(6),
    superseded: bit(7),
  });
}
