/** UCUM atoms that take a metric prefix (case sensitive): those of clinical documents. */
const METRIC =
  'm|s|g|rad|K|C|cd|mol|sr|Hz|N|Pa|J|W|A|V|F|Ohm|S|Wb|Cel|T|H|lm|lx|Bq|Gy|Sv|l|L|ar|t|bar|u|eV|eq|osm|kat|U|cal|G|B|Ci|R|RAD|REM|m\\[Hg\\]|m\\[H2O\\]|\\[iU\\]|\\[IU\\]|b';

/** Atoms without a prefix. */
const PLAIN =
  "10\\*|10\\^|%|\\[ppth\\]|\\[ppm\\]|\\[ppb\\]|\\[pptr\\]|min|h|d|a|a_t|a_j|a_g|wk|mo|mo_s|mo_j|mo_g|deg|'|''|atm|" +
  '\\[pi\\]|\\[in_i\\]|\\[ft_i\\]|\\[yd_i\\]|\\[mi_i\\]|\\[in_us\\]|\\[ft_us\\]|\\[yd_us\\]|\\[sin_i\\]|\\[sft_i\\]|' +
  '\\[cin_i\\]|\\[cft_i\\]|\\[lb_av\\]|\\[oz_av\\]|\\[dr_av\\]|\\[gr\\]|\\[ston_av\\]|\\[oz_tr\\]|\\[lb_tr\\]|\\[oz_ap\\]|' +
  '\\[lb_ap\\]|\\[dr_ap\\]|\\[gal_us\\]|\\[qt_us\\]|\\[pt_us\\]|\\[gil_us\\]|\\[foz_us\\]|\\[fdr_us\\]|\\[min_us\\]|' +
  "\\[cup_us\\]|\\[tbs_us\\]|\\[tsp_us\\]|\\[foz_m\\]|\\[cup_m\\]|\\[tbs_m\\]|\\[tsp_m\\]|\\[degF\\]|\\[in_i'Hg\\]|" +
  "\\[pH\\]|\\[Cal\\]|\\[arb'U\\]|\\[USP'U\\]|\\[GPL'U\\]|\\[MPL'U\\]|\\[APL'U\\]|\\[beth'U\\]|\\[anti'Xa'U\\]|\\[todd'U\\]|" +
  "\\[dye'U\\]|\\[smgy'U\\]|\\[bdsk'U\\]|\\[ka'U\\]|\\[knk'U\\]|\\[mclg'U\\]|\\[tb'U\\]|\\[Lf\\]|\\[pfu\\]|\\[PFU\\]|" +
  "\\[CFU\\]|\\[IR\\]|\\[BAU\\]|\\[AU\\]|\\[Amb'a'1'U\\]|\\[PNU\\]|\\[FFU\\]|\\[D'ag'U\\]|\\[HPF\\]|\\[LPF\\]|\\[drp\\]|" +
  '\\[diop\\]|\\[p\\x27diop\\]|\\[Ch\\]|\\[hnsf\\x27U\\]|\\[MET\\]|\\[S\\]|\\[CCID_50\\]|\\[TCID_50\\]|\\[EID_50\\]|kn';

const PREFIX = 'Y|Z|E|P|T|G|M|k|h|da|d|c|m|u|n|p|f|a|z|y';

// an annotation holds printable ASCII without braces
const COMPONENT = new RegExp(
  `^(?:(?:${PLAIN}|(?:${PREFIX})?(?:${METRIC}))(?:[+-]?\\d+)?(?:\\{[!-z|~]*\\})?|\\{[!-z|~]*\\}|\\d+)$`,
);

const MAX_LENGTH = 100;

/** Components and the `.` and `/` between them, which an annotation or a bracket may hold as well. */
const tokensOf = (unit: string): string[] => unit.match(/(?:\{[^}]*\}|\[[^\]]*\]|[^./{[])+|[./]/g) ?? [];

/** Whether a unit is well-formed UCUM, made of the atoms that clinical documents use; parentheses are one level deep. */
export function isUcum(unit: string): boolean {
  if (unit === '' || unit.length > MAX_LENGTH) return false;
  const flat = unit.replace(/\(([^()]+)\)/g, '$1').replace(/^\//, '');
  const tokens = tokensOf(flat);
  if (tokens.length % 2 === 0 || tokens.join('') !== flat) return false;
  return tokens.every((token, index) => (index % 2 === 0 ? COMPONENT.test(token) : /^[./]$/.test(token)));
}
