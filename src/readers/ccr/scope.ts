import type { Issue, IssueCode } from '../../issue/index.ts';
import type { CodeSystems } from '../../terminology/index.ts';
import type { OffsetAt } from '../reader.ts';
import type { XmlElement } from '../xml/element.ts';
import type { Actors } from './actors.ts';
import type { Shelf } from './shelf.ts';

/** What reading one CCR needs at every depth. */
export interface Scope {
  readonly file: string;
  readonly offsetAt: OffsetAt | undefined;
  readonly systems: CodeSystems;
  readonly actors: Actors;
  readonly shelf: Shelf;
  /** Comments and the like by their object id. */
  readonly objects: ReadonlyMap<string, XmlElement>;
  readonly issues: Issue[];
}

/** Says something about an element. */
export function report(scope: Scope, code: IssueCode, at: XmlElement, details?: Issue['details']): void {
  const place = { file: scope.file, line: at.line, path: at.path() };
  scope.issues.push(details ? { code, place, details } : { code, place });
}
