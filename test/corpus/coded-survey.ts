import { readers } from '../../src/readers/index.ts';
import { make } from '../conversion.ts';
import { codedEntries, type Verdict } from './coded.ts';
import { corpusDocuments } from './corpus.ts';
import { type Row, Tally } from './tally.ts';

/** How many entries that state something in codes became what their rules name. */
export interface CodedSurvey {
  readonly entries: number;
  readonly coded: Readonly<Record<Verdict, number>>;
  /** The part of the coded entries that became what their rules name, those that became but an observation left out. */
  readonly share: number;
  /** Verdict, section, template, what the rules name, what it became: all but those that went as they should. */
  readonly others: readonly Row[];
}

/** Holds each coded entry of the corpus against the rule of its template. */
export function codedSurvey(): CodedSurvey {
  const others = new Tally();
  const coded = { 'as its rule names': 0, 'only an observation': 0, otherwise: 0, 'kept as text': 0 };
  let entries = 0;
  for (const file of corpusDocuments()) {
    const read = readers.ccda.read(file, { make });
    if (!('patient' in read)) continue;
    entries += read.ledger.filter(({ unit }) => unit === 'entry').length;
    for (const { verdict, section, template, named, became } of codedEntries(
      file.bytes,
      file.name,
      read.ledger,
    )) {
      coded[verdict] += 1;
      if (verdict === 'as its rule names') continue;
      others.add(verdict, section, template, named.join(' '), became.join(' '));
    }
  }
  const right = coded['as its rule names'];
  return {
    entries,
    coded,
    share: right / (right + coded.otherwise + coded['kept as text']),
    others: others.rows(),
  };
}
