import type { Contribution } from '../../record/index.ts';
import type { TalliedGroup, TalliedResource } from './group.ts';

/** A statement with the source that gives its values, and the resource that was written of it. */
export interface WrittenStatement {
  readonly kind: string;
  readonly first: { readonly from: Contribution; readonly ref: string };
  readonly resource: TalliedResource;
}

/** The statements of a record that became a resource of their own. */
export function* writtenStatements({ origins, rendered }: TalliedGroup): Generator<WrittenStatement> {
  if (!origins || !rendered) return;
  const written = new Map(rendered.resources.map((one) => [`${one.resourceType}/${one.id}`, one]));
  for (const [final, [first]] of origins()) {
    const resource = written.get(rendered.index.get(final)?.[0] ?? '');
    if (first && resource) yield { kind: final.slice(0, final.indexOf('/')), first, resource };
  }
}
