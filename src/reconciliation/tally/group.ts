import type { Issue } from '../../issue/index.ts';
import type { Contribution, PatientRecord } from '../../record/index.ts';

/** A resource as far as it is counted. */
export interface TalliedResource {
  readonly resourceType: string;
  readonly id?: string | undefined;
}

/** What a tally looks at: a converted group. */
export interface TalliedGroup {
  readonly record?: PatientRecord;
  readonly rendered?: {
    readonly resources: readonly TalliedResource[];
    readonly files: readonly { readonly file: string; readonly count: number }[];
    readonly index: ReadonlyMap<string, readonly string[]>;
  };
  /** What each statement of the record was made of, the source that gives its values first. */
  readonly origins?: () => ReadonlyMap<
    string,
    readonly { readonly from: Contribution; readonly ref: string }[]
  >;
  readonly documents: readonly {
    readonly contribution: Contribution;
    readonly file: { readonly name: string; readonly size: number };
  }[];
  readonly rows: readonly { readonly contribution: Contribution }[];
  readonly issues: readonly Issue[];
}

/** What the documents and rows of a group say, each for itself. */
export const contributionsOf = ({ documents, rows }: TalliedGroup): Contribution[] =>
  [...documents, ...rows].map(({ contribution }) => contribution);
