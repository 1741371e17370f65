// the prefix of US health applications, which the check digit covers
const PREFIX = '80840';

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** Whether a text is a National Provider Identifier: ten digits that begin with 1 or 2, with the right check digit. */
export const isValidNpi = (text: string): boolean => /^[12]\d{9}$/.test(text) && luhn(PREFIX + text);
