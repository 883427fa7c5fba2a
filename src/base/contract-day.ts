import { LAST_DAY, type Day } from './calendar';

/** No contract is older; a number below it stands for a year, a count or a date of another system. */
export const FIRST_CONTRACT_DAY: Day = 32_874; // 1990-01-01

export const isContractDay = (day: Day): boolean => day >= FIRST_CONTRACT_DAY && day <= LAST_DAY;

const YEAR = /^\s*((?:19[89]|20\d|21\d)\d)(?:\.0*)?\s*$/;

/** The year that a number or a text stands for where a date was asked for: 2027. */
export const yearMeant = (given: number | string): string | undefined => YEAR.exec(String(given))?.[1];

/** What to write where a year was typed for a date; undefined where no year was. */
export function yearRemedy(given: number | string): string | undefined {
  const year = yearMeant(given);
  return year && `Where the year ${year} is meant, write ${year}-01-01.`;
}
