import { readFileSync } from 'node:fs';

/** A resource in a bundle: `Type/id`, and of an Observation its code as it is written. */
export interface Entry {
  readonly address: string;
  readonly observedCode?: string;
}

interface Resource {
  readonly resourceType: string;
  readonly id: string;
  readonly code?: unknown;
}

/** The entries of a bundle in JSON or XML. */
export function entriesIn(file: string): readonly Entry[] {
  const text = readFileSync(file, 'utf8');
  return file.endsWith('.xml') ? entriesOfXml(text) : entriesOfJson(text);
}

function entriesOfJson(text: string): Entry[] {
  const { entry } = JSON.parse(text) as { entry: { resource: Resource }[] };
  return entry.map(({ resource: { resourceType, id, code } }) => ({
    address: `${resourceType}/${id}`,
    ...(resourceType === 'Observation' && { observedCode: JSON.stringify(code) }),
  }));
}

/** Sections have entries too; those of the bundle begin with a full URL. */
function entriesOfXml(text: string): Entry[] {
  return text
    .split(/<entry>\s*(?=<fullUrl)/)
    .slice(1)
    .map((entry) => {
      const [, type, id] = /<resource>\s*<(\w+)[^>]*>\s*<id value="([^"]*)"/.exec(entry) ?? [];
      const code = type === 'Observation' ? /<code>.*?<\/code>/s.exec(entry)?.[0] : undefined;
      return { address: `${type}/${id}`, ...(code !== undefined && { observedCode: code }) };
    });
}

/** What is found in a file, read once. */
export function keptByFile<T>(read: (file: string) => T): (file: string) => T {
  const kept = new Map<string, T>();
  return (file) => {
    const found = kept.get(file) ?? read(file);
    kept.set(file, found);
    return found;
  };
}
