import type { Json } from '../../conversion.ts';
import type { FactName } from './sheet.ts';

/** Looks up what a resource refers to. */
export type Resolve = (reference: Json, holder?: Json) => Json | undefined;

const list = (value: Json): Json[] => (value === undefined ? [] : [value].flat());

/** The codes and words of a CodeableConcept. */
const saidBy = (concept: Json): string[] => [
  ...list(concept?.coding).flatMap(({ code, display }) => [code, display]),
  concept?.text,
];

const hours: Record<string, number> = { h: 1, d: 24, wk: 168 };

/** A range that stands in words. */
const spanIn = (text = ''): string =>
  [...text.matchAll(/\d+(\.\d+)?/g)].map(([digits]) => Number(digits)).join('-');

/** How often, as the hours between two doses. */
const interval = ({ period, periodUnit, frequency = 1 }: Json): string | undefined =>
  period === undefined ? undefined : `${(period * (hours[periodUnit] ?? 0)) / frequency} h`;

const quantity = (value: Json): string[] =>
  value
    ? [value.code, value.unit, undefined].map((unit) => [value.value, unit].filter(Boolean).join(' '))
    : [];

/** The values of an Observation or of one of its components. */
export const valuesOf = (resource: Json): string[] => [
  ...quantity(resource.valueQuantity),
  ...saidBy(resource.valueCodeableConcept),
  ...(resource.valueString ? [resource.valueString, resource.valueString.replace(/(\.\d*?)0+$/, '$1')] : []),
  ...list(resource.valueInteger).map(String),
];

const timings = (resource: Json): Json[] =>
  list(resource.dosage ?? resource.dosageInstruction).flatMap(({ timing }) => list(timing));

const extensionCodes = (resource: Json, url: string, part: string): string[] =>
  list(resource.extension)
    .filter((extension) => extension.url.endsWith(url))
    .flatMap(({ extension }) => list(extension))
    .filter((extension) => extension.url === part)
    .map(({ valueCoding }) => valueCoding?.code);

const numbersFor = (resource: Json, use: string): string[] =>
  list(resource.telecom)
    .filter((point) => point.use === use)
    .map(({ value }) =>
      String(value)
        .replace(/\D/g, '')
        .replace(/^1(?=\d{10}$)/, ''),
    );

const addresses = (resource: Json, part: string): string[] =>
  list(resource.address).flatMap((address) => list(address[part]));

/** Where FHIR holds a fact: all that a resource says there. */
export const fields: Record<FactName, (resource: Json, resolve: Resolve) => Json[]> = {
  name: ({ name }) => list(name).map(({ given, family }) => [given?.[0], family].join(' ').trim()),
  given: ({ name }) => list(name).flatMap((one) => list(one.given)),
  family: ({ name }) => list(name).map(({ family }) => family),
  formerGiven: ({ name }) =>
    list(name)
      .slice(1)
      .flatMap((one) => list(one.given)),
  gender: ({ gender }) => [gender],
  birthDate: ({ birthDate }) => [birthDate],
  race: (patient) => extensionCodes(patient, 'us-core-race', 'ombCategory'),
  detailedRace: (patient) => extensionCodes(patient, 'us-core-race', 'detailed'),
  ethnicity: (patient) => extensionCodes(patient, 'us-core-ethnicity', 'ombCategory'),
  language: ({ communication }) =>
    list(communication)
      .flatMap(({ language }) => saidBy(language))
      .map((code) => code?.slice(0, 2)),
  street: (patient) => addresses(patient, 'line').flatMap((line) => line.split(/[ ,]+/)),
  city: (patient) => addresses(patient, 'city'),
  state: (patient) => addresses(patient, 'state'),
  postalCode: (patient) => addresses(patient, 'postalCode').map((code) => code.slice(0, 5)),
  mobile: (patient) => numbersFor(patient, 'mobile'),
  home: (patient) => numbersFor(patient, 'home'),
  start: (resource) => [
    ...'onset effective performed occurrence'
      .split(' ')
      .flatMap((name) => [resource[`${name}DateTime`], resource[`${name}Period`]?.start]),
    resource.period?.start,
    ...timings(resource).flatMap(({ event, repeat }) => [...list(event), repeat?.boundsPeriod?.start]),
  ],
  recorded: ({ recordedDate, onsetDateTime, onsetPeriod }) => [
    recordedDate,
    onsetDateTime,
    onsetPeriod?.start,
  ],
  end: (resource) => [
    resource.abatementDateTime,
    resource.effectivePeriod?.end,
    ...timings(resource).map(({ repeat }) => repeat?.boundsPeriod?.end),
  ],
  status: ({ status, clinicalStatus }) => [status, ...saidBy(clinicalStatus)],
  category: ({ category }) => list(category).flatMap(saidBy),
  manifestation: ({ reaction }) =>
    list(reaction).flatMap(({ manifestation }) => manifestation.flatMap(saidBy)),
  severity: ({ reaction }) => list(reaction).map(({ severity }) => severity),
  route: (resource) => [
    ...list(resource.dosage ?? resource.dosageInstruction).flatMap(({ route }) => saidBy(route)),
    ...saidBy(resource.route),
  ],
  dose: (resource) =>
    list(resource.dosage ?? resource.dosageInstruction)
      .flatMap(({ doseAndRate }) => list(doseAndRate))
      .map(({ doseQuantity }) => doseQuantity && String(doseQuantity.value)),
  every: (resource) => timings(resource).map(({ repeat }) => repeat && interval(repeat)),
  asNeeded: (resource) =>
    list(resource.dosage ?? resource.dosageInstruction).map(({ asNeededBoolean, asNeededCodeableConcept }) =>
      String(asNeededBoolean === true || asNeededCodeableConcept !== undefined),
    ),
  lot: ({ lotNumber }) => [lotNumber],
  maker: ({ manufacturer }, resolve) => [manufacturer?.display, resolve(manufacturer)?.name],
  statusReason: ({ statusReason }) => saidBy(statusReason),
  value: valuesOf,
  range: ({ referenceRange }) =>
    list(referenceRange).flatMap(({ low, high, text }) => [`${low?.value}-${high?.value}`, spanIn(text)]),
  site: ({ bodySite }) => list(bodySite).flatMap(saidBy),
  emptyReason: ({ emptyReason }) => saidBy(emptyReason),
  udi: ({ udiCarrier, identifier }) => [
    ...list(udiCarrier).map(({ carrierHRF }) => carrierHRF),
    ...list(identifier).map(({ value }) => value),
  ],
};
