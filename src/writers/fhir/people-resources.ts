import type { PatientRecord, People } from '../../record/index.ts';
import { type Context, contextOf, sharedOf } from './context.ts';
import { add, type Desk } from './desk.ts';
import type { Resource } from './fhir-types.ts';
import type { FhirOptions, Written } from './options.ts';
import { device } from './resources/device.ts';
import { location } from './resources/location.ts';
import { organization } from './resources/organization.ts';
import { practitioner } from './resources/practitioner.ts';
import { practitionerRole } from './resources/practitioner-role.ts';

/** The resource of each kind of the directory, in the order in which they are written: what is referred to comes first. */
const writers: { readonly [K in keyof People]: (item: People[K], context: Context) => Resource } = {
  organization,
  practitioner,
  practitionerRole,
  location,
  device,
};

/** The directory: what patients share. */
export function peopleResources(
  people: PatientRecord['people'],
  { profile, siteMap }: Pick<FhirOptions, 'profile' | 'siteMap'> = {},
): Written {
  // Nothing in the directory speaks of a patient or asks for another option.
  const options = { profile, siteMap } as FhirOptions;
  const shared = sharedOf({ options, subject: {}, roles: new Map(), traced: {} });
  const written: Written = { resources: [], issues: shared.issues, index: new Map() };
  for (const kind of Object.keys(writers) as (keyof People)[]) writeKind(kind, people, { shared, written });
  return written;
}

function writeKind<K extends keyof People>(kind: K, people: PatientRecord['people'], desk: Desk): void {
  for (const item of people[kind] as People[K][]) {
    const part = `${kind}/${item.id}`;
    add(desk, [part], [writers[kind](item, contextOf(desk.shared, part))]);
  }
}
