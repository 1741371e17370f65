import { aCode, aDate, aNumber, noDate, noFlag, someWords, type Wish, wish } from '../wish.ts';

/** What is wanted of a table with one result a row. */
export const observation: readonly Wish[] = [
  wish('encounter', 'encounter', noDate, { refersTo: 'encounter', usual: true }),
  wish('code.code', 'code|loinc|observation code|component code|loinc code|component loinc', aCode),
  wish('code.system', 'system|code system|code type', someWords),
  wish(
    'code.display',
    'description|name|observation|component|component name|observation name|result name',
    someWords,
  ),
  wish(
    'effective',
    'observation|collected|taken|vital taken|result|date|effective|start|entered|contact',
    aDate,
    {
      several: true,
    },
  ),
  wish('value.string', 'value|result|result value|text value', noDate),
  wish('value.quantity.value', 'value numeric|numeric value|number value|result numeric|numeric', aNumber),
  wish('value.quantity.unit', 'unit|reference unit|result unit|value unit', noDate),
  wish('interpretations', 'flag|abnormal|abnormal flag|result flag', noDate),
  wish('referenceRanges[1].low.value', 'low|reference low|range low|normal low|reference range low', noDate),
  wish(
    'referenceRanges[1].high.value',
    'high|reference high|range high|normal high|reference range high',
    noDate,
  ),
  wish(
    'referenceRanges[1].text',
    'range|reference range|normal range|reference normal|reference value|normal value|reference normal value',
    noFlag,
  ),
  wish('status', 'status|result status|observation status', someWords, {
    lookup: 'result-status',
    several: true,
  }),
  wish('category', 'category|class', someWords),
  wish('bodySite', 'body site|site|pressure site', noDate),
  wish('method', 'method|pressure method', noDate),
  wish('notes', 'comment|note|result comment', someWords),
];
