import { describe, expect, it } from 'vitest';
import { wordsOf } from './header-words.ts';
import { vocabulary } from './vocabulary.ts';

describe('the words of a name', () => {
  it.each([
    ['BIRTH_DATE', 'birth date'],
    ['BirthDate', 'birth date'],
    ['BIRTHDATE', 'birth date'],
    ['date of birth', 'date ? birth'],
    ['DOB', 'birth date'],
    ['PATIENTID', 'patient id'],
    ['pat_id', 'patient id'],
    ['lname', 'last name'],
    ['ENCOUNTERCLASS', 'encounter class'],
    ['REASONDESCRIPTION', 'reason description'],
    ['ADDRESS2', 'address .'],
    ['EFFECTIVE_DATE_DTTM', 'effective date'],
    ['COMPONENT_ID_NAME', 'component name'],
    ['XYZZY_CODE', '? code'],
    ['RxNorm', 'rxnorm'],
    ['HOSP_ADMSN_TIME', 'organization encounter date'],
    ['DISCHRG', 'discharge'],
    ['STRNGTH', 'strength'],
    ['DSCRPTN_XYZZY', 'description ?'],
    ['STRTM', '?'],
    ['', ''],
  ])('are those of %j: %s', (name, expected) => {
    expect(wordsOf(name, vocabulary).join(' ')).toBe(expected);
  });
});
