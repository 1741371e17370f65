import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../../test/evidence.ts';
import { loadMapping } from '../load.ts';
import { inferMapping } from './infer-mapping.ts';

const patients = `pat_no,surname,forename,dob,gender,zip
P-1001,Lee,Ann,03/24/1980,F,02134
P-1002,Cruz,Bo,12/01/1975,M,02135
P-1003,Diaz,Cy,11/30/1990,F,02136
`;

async function inferred(tables: Readonly<Record<string, string>>) {
  const { text } = inferMapping(await evidenceOf({ patients, ...tables }), { id: 'site' });
  return text;
}

/** A rule of a mapping without its comments, which stand in columns of their own. */
const ruleOf = (text: string, table: string) =>
  (text.split(/\n {2}- /).find((rule) => rule.includes(`from: ${table}\n`)) ?? '').replace(/ +#.*$/gm, '');

describe('a mapping that is inferred', () => {
  it('finds patients by headers and values, with what each guess rests on', async () => {
    const text = await inferred({});
    expect(text).toMatch(/family: \$surname +# guessed from header, 0\.\d\d/);
    expect(text).toMatch(/gender: \{ from: \$gender, lookup: sex, otherwise: keep \} +# guessed from header/);
    expect(text).toMatch(/birthDate: \$dob +# guessed from header/);
    expect(text).toMatch(/key: \[\$pat_no\] +# guessed from values/);
    expect(text).toMatch(/date: "M\/d\/yyyy"/);
  });

  it('loads without a fault, whatever the tables', async () => {
    const text = await inferred({
      'visits to us':
        'Visit No,pat_no,Visit Date,Department Name\nV-1,P-1001,01/15/2020,A: "B" # c\nV-2,P-1002,02/16/2020,x\n',
      problems:
        'id,pat_no,code,description,onset\nX-1,P-1001,73211009,Diabetes,01/01/2001\nX-2,P-1002,22298006,MI,02/13/2002\n',
      nothing: 'a,b\n1,2\n',
      empty: 'code,description\n',
    });
    const loaded = loadMapping(text, { file: 'site.yaml', read: () => undefined, base: () => undefined });
    expect('faults' in loaded ? loaded.faults : []).toEqual([]);
  });

  it('takes a code system by check digits, and a number only where rows of that kind are coded so', async () => {
    const text = await inferred({
      problems: 'id,pat_no,code,name\nX-1,P-1001,73211009,Diabetes\nX-2,P-1002,22298006,MI\n',
      drugs: 'id,pat_no,code,name\nM-1,P-1001,313782,Aspirin 81 MG\nM-2,P-1002,197361,Amlodipine 5 MG\n',
    });
    expect(text).toMatch(/system: http:\/\/snomed\.info\/sct +# SNOMED CT, guessed from check digits, 1\.00/);
    expect(text).toMatch(/umls\/rxnorm # RxNorm, guessed from numbers, 0\.60/);
  });

  it('sees a decimal comma where no number has a point', async () => {
    const text = await inferred({
      labs: 'id,pat_no,test,result,low\nL-1,P-1001,K,"4,1",1.5\nL-2,P-1002,K,"5,25","1,5"\nL-3,P-1003,K,4,2\n',
    });
    expect(text).toMatch(/\n {6}result: \{ decimal: "," \}/);
    expect(text).not.toMatch(/low: \{ decimal/);
  });

  it('leaves out rows that deny what they speak of, by name, before the rule that takes the others', async () => {
    const rows = ['A-1,P-1001,penicillin,positive', 'A-2,P-1002,latex,negative', 'A-3,P-1003,nuts,negative'];
    const text = await inferred({ allergies: `id,pat_no,allergen,finding\n${rows.join('\n')}\n` });
    const rules = text.slice(text.indexOf('records:'));
    expect(rules).toMatch(
      /CAREFUL[\s\S]*name: finding denies[\s\S]*has: \[negative\][\s\S]*to: leftOut[\s\S]*to: allergy/,
    );
  });

  it('takes no order for something done, and no family history for the patient’s', async () => {
    const text = await inferred({
      order_procedures: 'id,pat_no,code,name\nO-1,P-1001,80146002,Appendectomy\n',
      family_history: 'id,pat_no,code,name\nF-1,P-1001,73211009,Diabetes\n',
    });
    expect(ruleOf(text, 'order_procedures')).toContain('to: order');
    expect(text).toContain('#   family_history.csv');
  });

  it('reads words by the table that a key leads to', async () => {
    const text = await inferred({
      diagnosis_names: 'dx_id,dx_name\nD-91,Asthma\nD-92,Gout\nD-93,Migraine\n',
      problem_list:
        'id,pat_no,dx_id,noted_date\nL-1,P-1001,D-91,01/15/2020\nL-2,P-1002,D-92,02/16/2020\nL-3,P-1003,D-93,03/17/2020\n',
    });
    expect(ruleOf(text, 'problem_list')).toContain('display: $dx_id.dx_name');
    expect(ruleOf(text, 'diagnosis_names')).toBe('');
  });

  it('makes one observation of each vital sign that has a column, and one of both pressures', async () => {
    const text = await inferred({
      vitals:
        'id,pat_no,date,systolic,diastolic,heart_rate\nS-1,P-1001,01/15/2020,120,80,66\nS-2,P-1002,02/16/2020,130,85,70\n',
    });
    expect(text.match(/to: observation/g)).toHaveLength(2);
    expect(text).toContain('code: "85354-9"');
  });

  it('invents no unit: a height may be in centimetres or inches, unless its name says', async () => {
    const header = 'id,pat_no,date,height,weight_kg,temperature';
    const text = await inferred({
      vitals: `${header}\nS-1,P-1001,01/15/2020,170,66,36.5\nS-2,P-1002,02/16/2020,180,88,36.6\n`,
    });
    expect(text).toMatch(
      /value: \$height +# guessed from header, 0\.90; add its unit: cm or \[in_i\]\n(?! +unit)/,
    );
    expect(text).toMatch(/value: \$weight_kg .*\n +unit: kg/);
  });

  it('cuts a column that holds both pressures, wherever it stands', async () => {
    const visits = 'id,pat_no,start_date,BP\nV-1,P-1001,01/15/2020,120/80\nV-2,P-1002,02/16/2020,130/85\n';
    const text = await inferred({ visits });
    expect(text).toContain('BP: { split: { at: "/", into: [BP_SYSTOLIC, BP_DIASTOLIC] } }');
    expect(text).toContain('value: $BP_SYSTOLIC');
    expect(text).toContain('to: encounter');
  });

  it('takes what a table says that goes on with the rows of another', async () => {
    const text = await inferred({
      visits: 'visit_no,pat_no,start_date\nV-1,P-1001,01/15/2020\nV-2,P-1002,02/16/2020\n',
      visits_2: 'visit_no,class\nV-1,ambulatory\nV-2,emergency\n',
      patient_race: 'pat_no,line,race\nP-1001,1,White\nP-1001,2,Asian\nP-1002,1,White\n',
    });
    expect(text).toMatch(/class: \$visit_no\.class/);
    expect(text).toMatch(/many: \{ table: patient_race, on: \{ \$pat_no: \$pat_no \} \}, value: \$race/);
    expect('faults' in loadMapping(text, { file: 'x', read: () => undefined, base: () => undefined })).toBe(
      false,
    );
  });

  it('says where day and month may be either, and lists columns and tables without a guess', async () => {
    const text = await inferred({
      patients: 'pat_no,surname,dob\nP-1001,Lee,1980-03-24\nP-1002,Cruz,1975-12-01\n',
      visits: 'id,pat_no,start_date,xyzzy\nV-1,P-1001,01/02/2020,a\nV-2,P-1002,03/04/2020,b\n',
      other: 'foo,bar\n1,2\n',
    });
    expect(text).toMatch(/start_date: \{ date: "M\/d\/yyyy" \} +# or d\/M\/yyyy: the values do not tell/);
    expect(text).toContain('# no guess for: xyzzy');
    expect(text).toContain('#   other.csv (1 row)');
  });

  it('lets the other dates of the export settle what day and month are', async () => {
    const visits = 'id,pat_no,start_date\nV-1,P-1001,01/02/2020\nV-2,P-1002,03/04/2020\n';
    expect(await inferred({ visits })).not.toContain('the values do not tell');
  });

  it('holds no value of the tables', async () => {
    const text = await inferred({ visits: 'id,pat_no,start_date,reason\nV-1,P-1001,01/15/2020,zqx cough\n' });
    for (const value of ['P-1001', 'Lee', 'Cruz', '02134', 'zqx', '1980']) expect(text).not.toContain(value);
  });
});
