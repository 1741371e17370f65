/** The attributes of an element by name. */
export type Attributes = Readonly<Record<string, string>>;

/**
 * An empty set of attributes. It inherits nothing, so that `__proto__` and `constructor` are names like any other;
 * unlike `Object.create(null)` it is no dictionary to V8, which halves the memory of a tree.
 */
export const newAttributes = (): Record<string, string> => new Bare();

const Bare = function bare() {} as unknown as new () => Record<string, string>;
Bare.prototype = Object.create(null);

/** What elements without attributes have. */
export const noAttributes: Record<string, string> = Object.freeze(newAttributes());
