import type { Issue } from '../issue/index.ts';
import type { PatientScan } from '../readers/index.ts';
import type { PilotOptions } from './options.ts';
import { byCodeUnits } from './order.ts';
import type { Group, Plan } from './plan.ts';

/** Which patients a pilot is about. */
export interface Pilot {
  /** Whether it is about some patients only. */
  readonly isOn: boolean;
  /** Sees a patient of a table before any is chosen. */
  see(scan: PatientScan): void;
  /** Chooses; the plan says of the others by which rule they are left out. */
  choose(plan: Plan, tables: PilotTables): Plan;
  /** The rule by which a patient is left out. */
  leftOut(id: string): string | undefined;
}

/** What a pilot asks of tables. */
interface PilotTables {
  idOf(own: string): string;
  /** All patients who have rows. */
  ids(): Iterable<string>;
}

/** Opens a pilot; without options it is about everybody. */
export function openPilot(options: PilotOptions | undefined): Pilot {
  const asked = options?.patients && new Set(options.patients);
  const limit = options?.limit;
  const own = new Set<string>();
  let listed: ReadonlySet<string> | undefined;
  let within: ReadonlySet<string> | undefined;
  const met = new Set<string>();
  const isListed = ({ patient, identifiers }: PatientScan) => {
    const found = [patient, ...identifiers.map(({ value }) => value)].filter((one) => asked?.has(one ?? ''));
    for (const one of found) if (one !== undefined) met.add(one);
    return found.length > 0;
  };
  const leftOut = (id: string): string | undefined => {
    if (listed && !listed.has(id)) return 'not-among-patients';
    return within && !within.has(id) ? 'beyond-limit' : undefined;
  };
  return {
    isOn: options !== undefined,
    see(scan) {
      if (asked && isListed(scan)) own.add(scan.patient);
    },
    choose(plan, tables) {
      if (asked) listed = listedIn(plan.groups, { isListed, asked, own: [...own].map(tables.idOf) });
      const all = [...plan.groups.map(({ id }) => id), ...tables.ids()];
      for (const id of all) if (asked?.has(id)) met.add(id);
      if (limit !== undefined) within = firstOf(all, { listed, limit });
      return {
        ...plan,
        groups: plan.groups.map((group) => marked(group, leftOut(group.id))),
        issues: [...plan.issues, ...notFound(asked, met)],
      };
    },
    leftOut,
  };
}

/** Whoever lists a patient expects a chart: that one is missing is said. */
const notFound = (asked: ReadonlySet<string> | undefined, met: ReadonlySet<string>): Issue[] =>
  asked === undefined || met.size === asked.size
    ? []
    : [
        {
          code: 'patients-not-found',
          place: { file: '--patients' },
          details: { count: asked.size - met.size, asked: asked.size },
        },
      ];

const marked = (group: Group, leftOut: string | undefined): Group =>
  leftOut === undefined ? group : { ...group, leftOut };

interface Listing {
  readonly isListed: (scan: PatientScan) => boolean;
  readonly asked: ReadonlySet<string>;
  /** Patients of tables who are listed. */
  readonly own: readonly string[];
}

/** A patient is converted whole: one document that bears a listed number is enough. */
function listedIn(groups: readonly Group[], { isListed, asked, own }: Listing): Set<string> {
  const found = groups.filter(
    ({ id, documents }) =>
      documents.filter(({ scan }) => scan !== undefined && isListed(scan)).length > 0 || asked.has(id),
  );
  return new Set([...found.map(({ id }) => id), ...own, ...asked]);
}

function firstOf(
  ids: readonly string[],
  { listed, limit }: { listed: ReadonlySet<string> | undefined; limit: number },
) {
  const candidates = [...new Set(ids)].filter((id) => listed?.has(id) ?? true);
  return new Set(candidates.sort(byCodeUnits).slice(0, limit));
}
