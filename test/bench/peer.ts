import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The peer that we are measured beside, installed outside the project. */
const peer = { name: '@medplum/ccda', version: '5.1.10' };

/** Turns the bytes of a document into the text of a bundle, as ours does; throws where it cannot. */
export type Convert = (bytes: Uint8Array) => string;

const decoder = new TextDecoder();

/** Installs the peer where it is not at hand, and loads it; undefined where there is no way to have it. */
export async function loadPeer(): Promise<{ title: string; convert: Convert } | undefined> {
  const folder = join(tmpdir(), `chartlift-bench-${peer.version}`);
  const entry = join(folder, 'node_modules', peer.name, 'dist', 'esm', 'index.mjs');
  try {
    if (!existsSync(entry)) install(folder);
    const { convertXmlToCcda, convertCcdaToFhir } = await import(pathToFileURL(entry).href);
    return {
      title: `${peer.name} ${peer.version}`,
      convert: (bytes) => JSON.stringify(convertCcdaToFhir(convertXmlToCcda(decoder.decode(bytes)))),
    };
  } catch (error) {
    console.log(`${peer.name} is not at hand (${(error as Error).name}): measured without it`);
    return undefined;
  }
}

function install(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  execFileSync('npm', ['install', '--force', '--no-audit', '--no-fund', `${peer.name}@${peer.version}`], {
    cwd: folder,
    stdio: 'ignore',
  });
}
