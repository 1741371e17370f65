import { assemble } from '../../../src/assemble/index.ts';
import { readers } from '../../../src/readers/index.ts';
import { countedUnits } from '../../../src/record/index.ts';
import { recordJson } from '../../../src/writers/record/index.ts';
import { type Conversion, contributionOf, inputOf, make } from '../../conversion.ts';
import { danglingReferences, danglingRefs, repeatedIds, unaccounted } from '../../golden/invariants.ts';
import { type Omission, unread, unwritten } from '../omissions.ts';

/** What is wrong with a conversion, whatever it is of. */
export const faultsOf = (document: string, conversion: Conversion): string[] => [
  ...danglingRefs(conversion.record),
  ...danglingReferences(conversion.resources),
  ...repeatedIds(conversion.resources),
  ...unbalanced(document, conversion),
  ...changed(conversion),
  ...unlisted(conversion),
];

/** Parts of the document that have another number of lines in the account than one. */
function unbalanced(document: string, { ledger }: Conversion): string[] {
  const { units } = contributionOf(document, { name: '1.xml' });
  return countedUnits.flatMap((unit) => unaccounted(ledger, unit, units[unit] ?? 0));
}

/** Whether the record comes back otherwise from its own file. */
function changed({ record }: Conversion): string[] {
  const read = readers.record.read(inputOf(recordJson(record), 'record.json'));
  if (!('source' in read)) return ['the record was not read'];
  const untraced = (text: string): string => {
    const { trace: _, ...rest } = JSON.parse(text);
    return JSON.stringify(rest);
  };
  const again = recordJson(assemble([read], { make }).record);
  return untraced(again) === untraced(recordJson(record)) ? [] : ['the record comes back changed'];
}

/** Parts that are neither read nor written without a line in docs/omissions.md. */
const unlisted = ({ issues, written }: Conversion): string[] =>
  [...issues, ...written].flatMap(({ code, details }) => {
    const [of, path, listed] =
      code === 'unread'
        ? [details?.['statement'], details?.['path'], unread]
        : [details?.['resource'], details?.['field'], unwritten];
    if (code !== 'unread' && code !== 'unwritten') return [];
    const isListed = (one: Omission): boolean => one.of === of && one.path === path;
    return listed.some(isListed) ? [] : [`${code}: ${of} ${path}`];
  });
