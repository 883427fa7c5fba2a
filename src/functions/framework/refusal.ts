/** The Excel errors that Meterbook answers with. Only #VALUE! and #N/A carry their sentence into the cell. */
export type RefusalCode = '#VALUE!' | '#N/A' | '#NUM!';

/** Why a function gives no number: one sentence that names the argument, its value and what is allowed. */
export class Refusal {
  constructor(
    readonly sentence: string,
    readonly code: RefusalCode = '#VALUE!',
  ) {}
}
