import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPeer } from '../bench/peer.ts';

// The peer over a folder of documents, each into a file of its own; prints what it took.
// node test/archive/peer-run.ts INPUT OUT

const [, , input = '', out = ''] = process.argv;
const peer = await loadPeer();
if (peer) {
  mkdirSync(out, { recursive: true });
  const names = readdirSync(input, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.xml'),
  );
  let [documents, bytes] = [0, 0];
  const before = process.cpuUsage();
  for (const name of names) {
    const document = readFileSync(join(input, name));
    const bundle = attempt(() => peer.convert(document));
    if (bundle === undefined) continue;
    writeFileSync(join(out, `${documents}.json`), bundle);
    documents++;
    bytes += document.length;
  }
  const { user, system } = process.cpuUsage(before);
  console.log(JSON.stringify({ title: peer.title, documents, bytes, cpuSeconds: (user + system) / 1e6 }));
}

/** What the peer does not take it throws on: the time of that is its own. */
function attempt(work: () => string): string | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
