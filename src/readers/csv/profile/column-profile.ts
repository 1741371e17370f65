import type { CodeEvidence, ColumnEvidence, Form } from '../../../mapping/index.ts';
import { type CodeForm, codeForms } from '../../../terminology/index.ts';
import { DateFinder } from './date-formats.ts';
import { denialsIn } from './denials.ts';
import { DistinctSample, hashOf } from './distinct.ts';
import { formsOf } from './forms.ts';
import { isNull } from './nulls.ts';
import { ValueCounter } from './value-counter.ts';

/** How many texts of a column are looked at for what they look like. */
const lookedAt = 2000;
const systems = Object.entries(codeForms) as [CodeForm, (typeof codeForms)[CodeForm]][];

/** Counts one column, in bounded memory. */
export class ColumnProfiler {
  readonly name: string;
  readonly sample = new DistinctSample();
  readonly #values = new ValueCounter();
  readonly #dates: DateFinder;
  readonly #forms = new Map<Form, number>();
  readonly #codes = new Map<CodeForm, number>();
  readonly #denials = new Set<string>();
  #filled = 0;
  #looked = 0;
  #longest = 0;

  constructor(name: string) {
    this.name = name;
    this.#dates = new DateFinder(name);
  }

  /** Takes a cell. */
  add(cell: string): void {
    const text = cell.trim();
    if (isNull(text)) return;
    this.#filled++;
    if (text.length > this.#longest) this.#longest = text.length;
    if (this.#values.add(text)) this.sample.repeat();
    else this.sample.add(hashOf(text));
    if (this.#looked < lookedAt) this.#look(text);
  }

  /** Whether a text is known to stand in the column. */
  holds(text: string): boolean {
    return this.#values.has(text);
  }

  get filled(): number {
    return this.#filled;
  }

  /** The texts that come often, none that comes less often than `least`. */
  top(most: number, least: number) {
    return this.#values.top(most, least);
  }

  evidence(): ColumnEvidence {
    return {
      name: this.name,
      filled: this.#filled,
      distinct: this.sample.size,
      unique: this.#filled > 0 && !this.sample.repeated,
      longest: this.#longest,
      forms: this.#formShares(),
      dates: this.#dates.found(),
      codes: this.#codeShares(),
      denials: [...this.#denials].sort(),
    };
  }

  #look(text: string): void {
    this.#looked++;
    for (const form of formsOf(text)) this.#forms.set(form, (this.#forms.get(form) ?? 0) + 1);
    this.#dates.add(text);
    for (const word of denialsIn(text)) this.#denials.add(word);
    if (text.length > 18) return;
    for (const [system, { holds }] of systems) {
      if (holds(text)) this.#codes.set(system, (this.#codes.get(system) ?? 0) + 1);
    }
  }

  #share(count: number): number {
    return Math.round((count / Math.max(this.#looked, 1)) * 100) / 100;
  }

  #formShares(): Partial<Record<Form, number>> {
    const shares = [...this.#forms].map(([form, count]) => [form, this.#share(count)] as const);
    return Object.fromEntries(shares.filter(([, share]) => share >= 0.05));
  }

  /** A check digit tells even where other systems stand beside; a form only where nearly all have it. */
  #codeShares(): CodeEvidence[] {
    return [...this.#codes]
      .map(([system, count]) => ({ system, share: this.#share(count), by: codeForms[system].strength }))
      .filter(({ share, by }) => share >= (by === 'check digit' ? 0.3 : 0.9))
      .toSorted((a, b) => b.share - a.share);
  }
}
