import type { Focus } from '../readers/index.ts';
import type { SourcePoint } from '../record/index.ts';
import { absence, alike, kind, narrative, noted, others, together } from './experiments.ts';
import { type Finding, spotAt } from './finding.ts';
import { type Leaves, pathIn } from './leaves.ts';
import { likeness } from './likeness.ts';
import type { Look, Wanted } from './look.ts';
import type { Part, Setting } from './part.ts';

/** Looks for the source of one value by experiment: what is changed in the source, and does the value change with it? */
export function search(part: Part, wanted: Wanted): Finding {
  for (const setting of settingsOf(part, wanted)) {
    const look = lookAt(part, setting, wanted);
    const found = look && searchAt(look);
    if (found) return found;
  }
  return { way: 'rule', spots: part.places.slice(0, 1).map(spotAt) };
}

function searchAt(look: Look): Finding | undefined {
  if (look.value.startsWith('<div ')) return narrative(look) ?? absence(look) ?? noted(look);
  return alike(look) ?? together(look) ?? others(look) ?? kind(look) ?? absence(look) ?? noted(look);
}

/** As little of the document as gives the value, at each place of the part; all of it only where no less does. */
function settingsOf(part: Part, wanted: Wanted): Setting[] {
  const narrow = part.places
    .map((place) => ({ place, focus: narrowFocus(part, place) }))
    .filter((setting) => pathIn(part.after([], setting) ?? none, wanted) !== undefined);
  return narrow.length > 0 ? narrow : part.places.slice(0, 1).map((place) => ({ place, focus: 'all' }));
}

function narrowFocus({ trial, ref }: Part, place: SourcePoint): Focus {
  if (ref.startsWith('document/')) return 'sections';
  return trial.sectionOf(place) ? place : 'header';
}

const none: Leaves = new Map();

function lookAt(part: Part, setting: Setting, { path: known, value }: Wanted): Look | undefined {
  const path = pathIn(part.after([], setting) ?? none, { path: known, value });
  if (path === undefined) return undefined;
  const literals = part
    .literals(setting.place)
    .map((literal) => ({ literal, like: likeness(literal.text, value) }));
  return { part, path, value, setting, literals };
}
