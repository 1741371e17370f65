import { describe, expect, it } from 'vitest';
import { encounterClassOf } from './encounter-class.ts';

describe('encounterClassOf', () => {
  const cpt = 'http://www.ama-assn.org/go/cpt';
  it.each([
    [cpt, '99211', 'AMB'],
    [cpt, '99215', 'AMB'],
    [cpt, '99223', 'IMP'],
    [cpt, '99285', 'EMER'],
    [cpt, '99241', undefined],
    [cpt, '9921', undefined],
    [cpt, 'unknown', undefined],
    ['http://snomed.info/sct', '99211', undefined],
  ])('%s %s', (system, code, expected) => expect(encounterClassOf(system, code)?.code).toBe(expected));
});
