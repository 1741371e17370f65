/** Years since 1700, month, day, and the time as a fraction that has lost its last zeros: 3180809.0945. Zeros are parts not known. */
export function ofFileman(text: string): string | undefined {
  const [, years, month = '', dayOfMonth = '', fraction] =
    /^(\d{3})(\d{2})(\d{2})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (years === undefined) return undefined;
  const year = String(1700 + Number(years));
  if (month === '00') return dayOfMonth === '00' ? year : undefined;
  if (dayOfMonth === '00') return `${year}-${month}`;
  const date = `${year}-${month}-${dayOfMonth}`;
  if (fraction === undefined || Number(fraction) === 0) return date;
  const [hour, minute, second] = fraction.padEnd(6, '0').match(/../g) ?? [];
  return `${date}T${hour}:${minute}:${second}`;
}
