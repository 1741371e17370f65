import type { Block } from '../../../document/index.ts';
import type { ImagingSeries, ImagingStudy } from '../../../record/index.ts';
import type { Context } from '../context.ts';
import { details, said, takeApart } from '../details.ts';
import { everyField } from '../every-field.ts';
import { group } from '../group.ts';
import { cell, main, type Row } from '../section-table.ts';
import { conceptsWords, conceptWords } from '../values/concept.ts';
import { refsWords, refWords } from '../values/person.ts';
import { timeKey, whenWords } from '../values/when.ts';

/** Which images were taken, the latest first; the images stand elsewhere. */
export function imagingStudies(context: Context): Block[] {
  const { label, say } = context.words;
  const columns = [
    { title: label.imaging, share: 6 },
    { title: label.date, share: 3 },
    { title: label.status, share: 2 },
  ];
  const items = context.record.statements.imagingStudy.toSorted((a, b) =>
    timeKey(a.started) < timeKey(b.started) ? 1 : -1,
  );
  return group({ title: say.imaging, columns, rows: items.map((one) => row(one, context)) }, context);
}

function row(item: ImagingStudy, context: Context): Row {
  const { told, own } = takeApart(item);
  const { status, started, encounter, referrer, locations, procedures, reasons, ...more } = own;
  const { description, series, ...rest } = more;
  everyField(rest);
  const { words } = context;
  const name = conceptsWords(procedures, words);
  return {
    cells: [
      main(name ?? description ?? words.label.imaging),
      cell(whenWords(started, words)),
      cell(words.status[status]),
    ],
    details: [
      ...details(context, [
        ['description', name === undefined ? undefined : description],
        ['reason', conceptsWords(reasons, words)],
        ...(series ?? []).map((one) => ['series', seriesWords(one, context)] as const),
        ['location', refsWords(locations, context)],
        ['requester', refWords(referrer, context)],
      ]),
      ...said({ ...told, encounter }, context),
    ],
  };
}

/** A series by what it shows; machines know it and its images by UIDs. */
function seriesWords(series: ImagingSeries, { words }: Context): string {
  const { uid: _uid, number, modality, description, bodySite, started, instances = [], ...rest } = series;
  everyField(rest);
  const codings = [modality, bodySite].filter((one) => one !== undefined);
  const parts = [
    number?.toString(),
    ...codings.map((one) => conceptWords({ codings: [one] }, words)),
    description,
    whenWords(started, words),
    instances.length > 0 ? words.say.images(instances.length) : undefined,
    ...instances.map(imageWords),
  ];
  return parts.filter(Boolean).join(', ');
}

/** An image that has a title of its own; how many the others are is said. */
function imageWords(image: NonNullable<ImagingSeries['instances']>[number]): string | undefined {
  const { uid: _uid, sopClass: _class, number, title, ...rest } = image;
  everyField(rest);
  return title && [number, title].filter((one) => one !== undefined).join(' ');
}
