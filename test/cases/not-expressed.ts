/** Cases that no function expresses, by the reason. They are not dropped: a function that comes takes its cases from here. */
export const notExpressed: Readonly<Record<string, readonly string[]>> = {
  'Excel has the function itself: IRR, XIRR, MIRR, NPV, PMT, FV, CUMIPMT are not rewritten.': [
    'excel-cumipmt-year2',
    'formulajs-cumipmt',
    'ospread-cumipmt-1',
    'ospread-cumipmt-2',
    'npf-fv',
    'eff-irr-row1',
    'excel-irr-4yr',
    'excel-irr-5yr',
    'npf-mirr',
    'formcalc-npv-3',
    'formulajs-npv',
    'mescius-npv',
    'npf-npv-1',
    'npf-npv-2',
    'eff-pmt-readme',
    'formulajs-pmt',
    'lmammino-ipmt-year',
    'eff-xirr-excel-row1',
    'mathworks-xirr',
    'ospread-xirr-1',
    'ospread-xirr-2',
    'ospread-xirr-3',
    'ospread-xirr-5',
  ],
  'Conversion between currencies is not modelled: a table of terms has one currency.': ['focus-cc-scenario1'],
  'A markup on a cost, rounded to the cent within the rule; the functions round nothing.': [
    'openmeter-dynamic',
  ],
};

/** Single figures of an expressed case that stand for something else. */
export const figuresLeftOut: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'focus-cd-purchase-1': {
    EffectiveCost: 'Zero by the accounting rule for purchase rows, not by arithmetic.',
  },
};

/** Published figures that are rounded more coarsely than the case says. */
export const printedRounding: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  // 105.88 for 105.8823…
  'azure-ptu-sizing-nocache': { ptu_raw: 0.005 },
  // 0.85 for 0.8498, 0.70 for 0.697: two decimals. The tolerance of the case is meant for the 260.
  'ptu-breakeven-gpt5': { breakeven_utilisation: 0.005, reservation_discount: 0.005 },
};
