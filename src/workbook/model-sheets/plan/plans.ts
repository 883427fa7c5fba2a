import { civilDate } from '../../../base/calendar';
import { Decimal } from '../../../base/decimal';
import { Timeline } from '../../../calc/timeline';
import type { Contract } from '../../../contract/contract';
import { planChecks } from '../sheets/checks-sheet';
import { planCover } from '../sheets/cover';
import { NativeForm } from '../native/native-form';
import type { SheetPlan } from './plan';
import { planSchedule } from '../sheets/schedule';
import type { SheetForm } from './sheet-form';
import { type SummaryExtent, planSummary } from '../sheets/summary';
import { identityOf } from '../../../terms/catalogue/term-name';
import { planTranches } from '../sheets/tranches';

const MONTHS_IN_YEAR = 12;

/**
 * Every generated sheet as it should stand, in the order of their tabs. Without a contract, because the table of terms
 * is not complete, the sheets that show one are left out.
 */
export function plansFor(contract: Contract | undefined, form: SheetForm = 'live'): SheetPlan[] {
  if (!contract) return [planCover(undefined), planChecks(undefined)];
  const extent = extentOf(contract);
  const native = form === 'native' ? new NativeForm(contract) : undefined;
  return [
    planCover(contract, form),
    planSchedule(contract, extent.months, native),
    planSummary(contract, extent, form),
    planTranches(contract, extent.months, native),
    planChecks(contract, native),
  ];
}

/** Room for every scenario: they may differ in their start and their horizon. */
function extentOf(contract: Contract): SummaryExtent {
  const timelines = contract.table.scenarios.map((_name, place) => timelineOf(contract, place));
  const months = Math.max(...timelines.map(({ periods }) => periods));
  const years = Math.max(
    ...timelines.map((timeline) => {
      const { periods } = timeline;
      return civilDate(timeline.start(periods - 1)).year - civilDate(timeline.first).year + 1;
    }),
  );
  return { months, years, contractYears: Math.ceil(months / MONTHS_IN_YEAR) + 1 };
}

/** The months of a scenario, without evaluating it. */
function timelineOf({ table }: Contract, scenario: number): Timeline {
  const number = (term: 'Start' | 'Horizon'): number => {
    const value = table.value(...identityOf('Model', term), scenario);
    if (value instanceof Decimal) return value.toNumber();
    throw new Error(`The table has no ${term}, although it was read without problems.`);
  };
  return new Timeline(number('Start'), number('Horizon'));
}
