import type { Contribution, Embedded, SourcePoint, Trace } from '../record/index.ts';

/**
 * What a document says without the document: of its tree there stay the points at which something was read, and no text of
 * it is held by a part of it. For charts of so many documents that their trees would not fit beside each other.
 */
export function lightened(contribution: Contribution, readAgain: () => Contribution): Contribution {
  const { trace, places, embedded, keys, ...plain } = contribution;
  const light = openPoints();
  return {
    ...(copied(plain) as Omit<Contribution, 'trace' | 'places' | 'embedded' | 'keys'>),
    keys,
    trace: traceOf(trace, light),
    places: places && always(placesOf(places(), light)),
    embedded: embedded?.map((one) => embeddedAgain(one, readAgain)),
  };
}

// What is handed out is made in functions of its own: a closure keeps all that any closure beside it sees.
const always =
  <T>(value: T) =>
  () =>
    value;

function embeddedAgain({ parts: _, ...one }: Embedded, readAgain: () => Contribution): Embedded {
  const own = copied(one) as typeof one;
  return {
    ...own,
    *parts() {
      const same = readAgain().embedded?.find(({ sha256 }) => sha256 === own.sha256);
      yield* same?.parts() ?? [];
    },
  };
}

/** Makes a point light; of one that stands for a whole statement no words are kept. */
type Points = (point: SourcePoint, isWhole?: boolean) => SourcePoint;

const traceOf = (trace: Trace, light: Points): Trace =>
  new Map([...trace].map(([ref, fields]) => [copyOf(ref), fieldsOf(fields, light)]));

const fieldsOf = (fields: NonNullable<ReturnType<Trace['get']>>, light: Points) =>
  Object.fromEntries(
    Object.entries(fields).map(([field, points]) => [field, points.map((one) => light(one))]),
  );

const placesOf = (places: ReadonlyMap<string, readonly SourcePoint[]>, light: Points) =>
  new Map([...places].map(([ref, points]) => [copyOf(ref), points.map((one) => light(one, true))]));

interface Kept {
  readonly words: string;
  /** Its path, or the steps of it. */
  readonly above: Step | string;
  readonly bounds: Readonly<Record<string, SourcePoint>> | undefined;
}

/** A point with those above it as steps of its path, and of what stands in it only what is asked of a point later. */
class LightPoint implements SourcePoint {
  readonly file: string | undefined;
  readonly line: number;
  readonly name: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly #kept: Kept;

  constructor(point: SourcePoint, kept: Kept) {
    this.file = point.file;
    this.line = point.line;
    this.name = point.name === undefined ? undefined : copyOf(point.name);
    this.attributes = attributesOf(point);
    this.#kept = kept;
  }

  path(): string {
    const { above } = this.#kept;
    return typeof above === 'string' ? above : pathOf(above);
  }

  text(): string {
    return this.#kept.words;
  }

  first(name: string): SourcePoint | undefined {
    return this.#kept.bounds?.[name];
  }
}

function wordsOf({ attributes: { code, value } = {}, text }: SourcePoint, own: () => string): string {
  return code === undefined && value === undefined && text ? copyOf(own().trim().slice(0, mostWords)) : '';
}

/** Words at a point count as words while they are short: more is never looked at. */
const mostWords = 200;

interface Step {
  readonly step: string;
  readonly above: Step | undefined;
}

const pathOf = (step: Step | undefined): string => (step ? `${pathOf(step.above)}/${step.step}` : '');

/** Makes points light, each once; their steps are shared as their elements were. */
function openPoints(): Points {
  const known = new Map<SourcePoint, SourcePoint>();
  const steps = new Map<object, Step>();
  const stepOf = (node: TreeNode | undefined): Step | undefined => {
    if (!node?.step) return undefined;
    const found = steps.get(node) ?? { step: copyOf(node.step()), above: stepOf(node.parent) };
    steps.set(node, found);
    return found;
  };
  const light: Points = (point, isWhole = false) => {
    const found = known.get(point);
    if (found) return found;
    const made = new LightPoint(point, {
      words: isWhole ? '' : wordsOf(point, () => point.text?.() ?? ''),
      above: stepOf(point as TreeNode) ?? copyOf(point.path()),
      bounds: isWhole ? undefined : boundsOf(point, light),
    });
    // A field may be read from the very point that is the statement.
    if (!isWhole) known.set(point, made);
    return made;
  };
  return light;
}

/** An element of a tree, as far as it knows where it stands. */
interface TreeNode extends SourcePoint {
  readonly parent?: TreeNode | undefined;
  step?(): string;
}

/** A time is stated by its bounds. */
const bounds = ['low', 'center', 'high'] as const;

function boundsOf(point: SourcePoint, light: Points): Record<string, SourcePoint> | undefined {
  const found = bounds.flatMap((name) => {
    const bound = point.first?.(name);
    return bound ? [[name, light(bound)] as const] : [];
  });
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}

const asked = ['code', 'value', 'nullFlavor', 'negationInd'] as const;

function attributesOf({ attributes = {} }: SourcePoint): Record<string, string> {
  return Object.fromEntries(
    asked.flatMap((name) => {
      const value = attributes[name];
      return value === undefined ? [] : [[name, copyOf(value)]];
    }),
  );
}

/** A deep copy of data. */
function copied(value: unknown): unknown {
  if (typeof value === 'string') return copyOf(value);
  if (Array.isArray(value)) return value.map(copied);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [copied(key), copied(item)]));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item)]));
}

/** Texts that were copied before: those of an archive are mostly the same ones. */
const texts = new Map<string, string>();
const mostTexts = 50_000;

/** V8 keeps the text that a longer string was cut from: this one stands for itself, and for all that are like it. */
function copyOf(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  const encoding = /^[\0-\xff]*$/.test(text) ? 'latin1' : 'utf16le';
  const copy = Buffer.from(text, encoding).toString(encoding);
  if (texts.size >= mostTexts) texts.clear();
  texts.set(copy, copy);
  return copy;
}
