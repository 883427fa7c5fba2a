/** Texts of the arguments that several functions take alike. */
export const TERMS_TEXT = 'The Terms table with its header, as TermsTable[#All].';

export const SCENARIO_TEXT =
  'Name of a scenario: a column of the table between Base and Low. If omitted, Base.';

export const LINE_TEXT = 'Id of the line, such as reserved.fee or token.net[Kiro]; in any case.';

export const LINES_TEXT =
  'Lines to show: ids such as reserved.fee, or patterns with a star such as reserved.*; one text with commas, or a range. If omitted, all lines.';

export const PROGRAMME_COLUMNS = {
  id: 'Name of the tranche.',
  date: 'Day on which it is paid.',
  amount: 'Amount, 0 or more.',
  kind: 'Funded (paid), Firm (committed), Contingent (if a condition is met) or Expired (no longer possible).',
  probability:
    'Probability that the condition of a contingent tranche is met, above 0, up to 1; blank for the other kinds.',
};
