import type {
  Allergy,
  CarePlan,
  CareTeam,
  Coverage,
  DataAbsentReason,
  DayOfWeek,
  DeviceUse,
  Dispense,
  Encounter,
  FamilyMember,
  Goal,
  ImagingStudy,
  Immunization,
  Medication,
  Message,
  MessageRequest,
  NoneKnown,
  Note,
  Observation,
  Order,
  Patient,
  PeriodUnit,
  Problem,
  Procedure,
  Report,
  Risk,
  SupplyDelivery,
} from '../../../record/index.ts';
import type { labels } from './en-labels.ts';
import type { sentences } from './en-sentences.ts';
import type { SectionKey } from './section-keys.ts';

type Of<T> = Readonly<Record<Extract<NonNullable<T>, string>, string>>;

/** All values of a status, of whatever kind. */
type Status =
  | Problem['clinicalStatus']
  | Problem['verificationStatus']
  | Allergy['clinicalStatus']
  | Allergy['verificationStatus']
  | CarePlan['status']
  | CareTeam['status']
  | Coverage['status']
  | DeviceUse['status']
  | Dispense['status']
  | Encounter['status']
  | FamilyMember['status']
  | Goal['lifecycleStatus']
  | ImagingStudy['status']
  | Immunization['status']
  | Medication['status']
  | Message['status']
  | MessageRequest['status']
  | Note['status']
  | Note['docStatus']
  | Observation['status']
  | Order['status']
  | Procedure['status']
  | Report['status']
  | Risk['status']
  | SupplyDelivery['status'];

/** Words that stand for codes of the record: one entry for each that there is. */
export interface CodeWords {
  readonly status: Of<Status>;
  readonly absent: Readonly<Record<DataAbsentReason, string>>;
  readonly severity: Readonly<Record<'mild' | 'moderate' | 'severe', string>>;
  readonly criticality: Of<Allergy['criticality']>;
  readonly allergyType: Of<Allergy['type']>;
  readonly allergyCategory: Of<Allergy['category']>;
  readonly problemCategory: Of<NonNullable<Problem['categories']>[number]>;
  readonly intent: Of<Order['intent'] | CarePlan['intent']>;
  readonly priority: Of<Order['priority']>;
  readonly gender: Of<Patient['gender']>;
  readonly birthSex: Of<Patient['birthSex']>;
  readonly sex: Of<Patient['sex']>;
  readonly noneKnown: Of<NoneKnown['about']>;
  readonly messageCategory: Of<Message['category']>;
  readonly coverageClass: Readonly<Record<'group' | 'plan', string>>;
  readonly related: Of<'replaces' | 'transforms' | 'signs' | 'appends'>;
  readonly periodUnit: Readonly<Record<PeriodUnit, readonly [one: string, many: string]>>;
  readonly day: Readonly<Record<DayOfWeek, string>>;
  /** v3-TimingEvent. */
  readonly event: Readonly<Record<string, string>>;
  /** v3-ObservationInterpretation: the flag. */
  readonly flag: Readonly<Record<string, string>>;
  /** Observation categories of FHIR and US Core. */
  readonly observationCategory: Readonly<Record<string, string>>;
  /** Uses of names, addresses and telecoms; systems of telecoms. */
  readonly use: Readonly<Record<string, string>>;
  readonly system: Readonly<Record<string, string>>;
  readonly addressType: Of<'postal' | 'physical' | 'both'>;
  readonly emptyReason: Readonly<Record<string, string>>;
  /** Vital signs, as short as a column's title must be. */
  readonly sign: Of<
    | 'bloodPressure'
    | 'systolic'
    | 'diastolic'
    | 'heartRate'
    | 'respiratoryRate'
    | 'temperature'
    | 'saturation'
    | 'weight'
    | 'height'
    | 'bmi'
  >;
  readonly months: readonly string[];
  readonly yes: string;
  readonly no: string;
}

export type Label = keyof typeof labels;
type Sentences = typeof sentences;

/** All fixed words of one language. */
export interface Words extends CodeWords {
  readonly language: string;
  readonly label: Readonly<Record<Label, string>>;
  readonly section: Readonly<Record<SectionKey, string>>;
  readonly say: {
    readonly [K in keyof Sentences]: Sentences[K] extends (...given: infer G) => string
      ? (...given: G) => string
      : string;
  };
}
