// International Bank Account Numbers by ISO 13616: country, two check digits, the country's own number.

/** How long a number is, by country, as the IBAN registry of SWIFT has it. */
export const LENGTHS = new Map(Object.entries({
  AD: 24, AE: 23, AL: 28, AT: 20, AZ: 28, BA: 20, BE: 16, BG: 22, BH: 22, BR: 29, BY: 28, CH: 21,
  CR: 22, CY: 28, CZ: 24, DE: 22, DK: 18, DO: 28, EE: 20, EG: 29, ES: 24, FI: 18, FO: 18, FR: 27,
  GB: 22, GE: 22, GI: 23, GL: 18, GR: 27, GT: 28, HR: 21, HU: 28, IE: 22, IL: 23, IQ: 23, IS: 26,
  IT: 27, JO: 30, KW: 30, KZ: 20, LB: 28, LC: 32, LI: 21, LT: 20, LU: 20, LV: 21, MC: 27, MD: 24,
  ME: 22, MK: 19, MR: 27, MT: 31, MU: 30, NL: 18, NO: 15, PK: 24, PL: 28, PS: 29, PT: 25, QA: 29,
  RO: 24, RS: 22, SA: 24, SC: 31, SE: 24, SI: 19, SK: 24, SM: 27, ST: 25, SV: 28, TL: 23, TN: 24,
  TR: 26, UA: 29, VA: 22, VG: 24, XK: 20,
}));

/**
 * Checks a number as people write it, with or without spaces.
 *
 * The result has `iban` without spaces and `valid`; a valid one has `country` and `printed`, in
 * groups of four, another one has `problem`.
 */
export function check(text) {
  const iban = text.replace(/[\s-]/g, '').toUpperCase();
  const problem = problemOf(iban);
  return problem === undefined
    ? { iban, valid: true, country: iban.slice(0, 2), printed: iban.match(/.{1,4}/g).join(' ') }
    : { iban, valid: false, problem };
}

function problemOf(iban) {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban)) {
    return 'an IBAN begins with a country and two digits, and has letters and digits only';
  }
  const country = iban.slice(0, 2);
  const length = LENGTHS.get(country);
  if (length === undefined) {
    return `no country ${country} issues IBANs`;
  }
  if (iban.length !== length) {
    return `an IBAN of ${country} has ${length} characters, and this one has ${iban.length}`;
  }
  return remainder(iban) === 1 ? undefined : 'the check digits do not fit: something is mistyped';
}

/** By ISO 7064: the start goes to the end, letters count from 10, and 1 must be left over 97. */
function remainder(iban) {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
