/** LOINC's and CDCREC's check digit: the number made of every second digit from the right is doubled. */
export function hasLoincDigit(number: string, check: string): boolean {
  const digits = [...number].reverse();
  const pick = (odd: number) => digits.filter((_, index) => index % 2 === odd).reverse();
  const doubled = String(Number(pick(0).join('')) * 2);
  const sum = [...doubled, ...pick(1)].reduce((total, digit) => total + Number(digit), 0);
  return (10 - (sum % 10)) % 10 === Number(check);
}

/** How Verhoeff's scheme moves a digit by its place from the right. */
const moved = [...'0123456789 1576283094'.split(' ')].map((row) => [...row].map(Number));
for (let place = 2; place < 8; place++) {
  moved.push([...(moved[place - 1] ?? [])].map((digit) => moved[1]?.[digit] ?? 0));
}

/** The product of two symmetries of a pentagon: 0 to 4 turn it, 5 to 9 turn it over as well. */
function product(one: number, other: number): number {
  const turned = one % 5;
  if (one < 5) return other < 5 ? (turned + other) % 5 : 5 + ((turned + other) % 5);
  return other < 5 ? 5 + ((turned - other + 5) % 5) : (turned - (other % 5) + 5) % 5;
}

/** Verhoeff's check digit, which SNOMED CT identifiers end with. */
export function hasVerhoeffDigit(digits: string): boolean {
  const places = [...digits].reverse();
  return places.reduce((sum, digit, place) => product(sum, moved[place % 8]?.[Number(digit)] ?? 0), 0) === 0;
}
