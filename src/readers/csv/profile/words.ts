const list = (text: string): ReadonlySet<string> => new Set(text.split('|'));

const states =
  'alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|district of columbia|florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|puerto rico|rhode island|south carolina|south dakota|tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming';
const stateCodes =
  'al|ak|az|ar|ca|co|ct|de|dc|fl|ga|hi|id|il|in|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|pr|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy';

/** Words that columns of a kind hold, in small letters. */
export const words = {
  flag: list('y|n|yes|no|true|false|t|f|0|1'),
  sex: list('m|f|u|o|male|female|unknown|other|undifferentiated|nonbinary|x'),
  race: list(
    'white|black|asian|native|other|hawaiian|black or african american|african american|american indian or alaska native|american indian|native hawaiian or other pacific islander|pacific islander|caucasian|hispanic|two or more races|multiracial|unknown|declined|refused|patient refused',
  ),
  ethnicity: list(
    'hispanic|nonhispanic|non-hispanic|not hispanic|hispanic or latino|not hispanic or latino|non hispanic or latino|unknown|declined|h|nh',
  ),
  marital: list(
    'm|s|d|w|a|l|p|u|married|single|divorced|widowed|separated|never married|domestic partner|unknown',
  ),
  state: list(`${states}|${stateCodes}`),
  status: list(
    'active|inactive|completed|complete|final|final result|preliminary|corrected|amended|cancelled|canceled|sent|pending|stopped|discontinued|resolved|deleted|given|not given|entered in error|on hold|held|closed|open|signed|unsigned|scheduled|arrived|in progress|finished|planned',
  ),
  severity: list('mild|moderate|severe|low|medium|high|life threatening|critical|fatal'),
  setting: list(
    'inpatient|outpatient|ambulatory|emergency|community|discharge|observation|urgent care|urgentcare|wellness|virtual|telehealth|home|hospice',
  ),
  living: list('alive|living|deceased|dead'),
  flagged: list('h|l|hh|ll|a|aa|n|high|low|abnormal|normal|critical|high panic|low panic'),
} as const;
