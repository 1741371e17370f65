import type { Observation } from '../../../record/index.ts';
import type { Entry } from '../context.ts';
import type { Words } from '../words/words.ts';
import { conceptsWords, conceptWords } from './concept.ts';
import { periodWords, whenWords } from './when.ts';

const named = (name: string | undefined, time: string | undefined): string | undefined =>
  name && time ? `${name}, ${time}` : (name ?? time);

/** What a statement is called where another names it. */
export function statementName(entry: Entry, words: Words): string | undefined {
  switch (entry.kind) {
    case 'encounter': {
      const { types, class: kind, period } = entry.item;
      return named(conceptsWords(types, words) ?? conceptWords(kind, words), periodWords(period, words));
    }
    case 'observation':
      return named(observationName(entry.item, words), whenWords(entry.item.effective, words));
    case 'procedure':
      return named(conceptWords(entry.item.code, words), whenWords(entry.item.performed, words));
    case 'goal':
      return conceptWords(entry.item.description, words);
    case 'familyMember':
      return conceptWords(entry.item.relationship, words);
    case 'carePlan':
      return entry.item.title ?? conceptsWords(entry.item.categories, words);
    case 'imagingStudy':
      return named(
        conceptsWords(entry.item.procedures, words) ?? entry.item.description,
        whenWords(entry.item.started, words),
      );
    case 'specimen':
    case 'productInstance':
    case 'coverage':
    case 'outsideDocument':
      return named(conceptWords(entry.item.type, words), nameIn(entry));
    case 'deviceRequest':
    case 'supplyRequest':
    case 'supplyDelivery':
      return conceptWords(entry.item.item, words);
    case 'document':
    case 'media':
      return named(entry.item.title, whenWords(entry.item.date, words));
    default:
      return codedName(entry, words);
  }
}

/** What is only asserted is called by what is asserted. */
function observationName({ code, value }: Observation, words: Words): string | undefined {
  const isAssertion = code.codings.some(({ code }) => code === 'ASSERTION');
  return (isAssertion && conceptWords(value?.concept, words)) || conceptWords(code, words);
}

const nameIn = (entry: Entry): string | undefined => {
  if (entry.kind === 'productInstance') return entry.item.brand ?? entry.item.model;
  return entry.kind === 'outsideDocument' ? entry.item.title : undefined;
};

function codedName({ item }: Entry, words: Words): string | undefined {
  if ('code' in item && typeof item.code === 'object') return conceptWords(item.code, words);
  return 'type' in item && typeof item.type === 'object' ? conceptWords(item.type, words) : undefined;
}
