/** Words that exports write, and the record's words for them. */
const words = {
  sex: { male: 'M Male MALE m', female: 'F Female FEMALE f', unknown: 'U Unknown UNKNOWN', other: 'O Other' },
  'clinical-status': {
    active: 'Active ACTIVE A',
    inactive: 'Inactive INACTIVE',
    resolved: 'Resolved RESOLVED',
  },
  'medication-status': {
    active: 'Active ACTIVE Sent Verified',
    completed: 'Completed COMPLETED Complete Dispensed',
    stopped: 'Stopped STOPPED Discontinued DISCONTINUED',
    cancelled: 'Cancelled Canceled CANCELLED',
    'on-hold': 'Held Suspended',
  },
  'result-status': {
    final: 'Final FINAL F Completed Complete',
    preliminary: 'Preliminary PRELIMINARY P',
    corrected: 'Corrected CORRECTED C',
    cancelled: 'Cancelled Canceled CANCELLED X',
  },
  'visit-status': {
    finished: 'Finished Completed Complete COMPLETED Closed Discharged',
    cancelled: 'Cancelled Canceled CANCELLED',
    arrived: 'Arrived ARRIVED',
    planned: 'Planned Scheduled SCHEDULED',
    'in-progress': 'Admitted Open',
  },
  living: { true: 'Deceased Dead', false: 'Alive Living' },
  priority: { routine: 'Routine ROUTINE', urgent: 'Urgent URGENT', asap: 'ASAP', stat: 'STAT Stat' },
  'period-unit': {
    d: '/d day days D',
    wk: '/wk week weeks W',
    mo: '/mo month months M',
    h: '/h hour hours H',
  },
} as const;

export type LookupName = keyof typeof words;

/** What a lookup says: the words of the source, and those of the record. */
export const lookupRows = (name: LookupName): readonly (readonly [from: string, to: string])[] =>
  Object.entries(words[name]).flatMap(([to, froms]) =>
    [...new Set([to, ...froms.split(' ')])].map((from): readonly [string, string] => [from, to]),
  );
