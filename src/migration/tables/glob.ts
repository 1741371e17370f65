/** Whether a path is one that a pattern names: `*`, `?`, `**` and `{a,b}`, in any case of letters. */
export function matches(pattern: string, path: string): boolean {
  return patternOf(pattern).test(path);
}

const known = new Map<string, RegExp>();

function patternOf(pattern: string): RegExp {
  const found = known.get(pattern) ?? new RegExp(`^${sourceOf(pattern.replace(/^\.\//, ''))}$`, 'i');
  known.set(pattern, found);
  return found;
}

/** The parts of a pattern that stand for something else than themselves. */
const part = /\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[^*?{]+|\{/g;

function sourceOf(pattern: string): string {
  return pattern.replace(part, (text) => {
    if (text === '**/') return '(?:.*/)?';
    if (text === '**') return '.*';
    if (text === '*') return '[^/]*';
    if (text === '?') return '[^/]';
    if (/^\{.*\}$/.test(text)) return `(?:${text.slice(1, -1).split(',').map(sourceOf).join('|')})`;
    return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  });
}
