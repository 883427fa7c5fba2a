import type { Line } from '../../calc/line';

/** What a formula does not say, in a sentence, by the name that its line calls it by. */
export const LINE_RULES = {
  'behaviour.elasticity': 'The price index to the power of the elasticity; acts on metered volume only.',
  'behaviour.regime': '1 until the regime starts, then 1 − cut + cut × ½ ^ (whole months ÷ half-life).',
  'capital.returned': 'An assumption, never netted against cost or capital.',
  'commitment.minimum': 'The last listed year stands for all later ones.',
  'commitment.overage': '(Overage factor − 1) × the part of the spend beyond the commitment.',
  'commitment.true-up':
    'Shortfall of the contract year, billed in its last period; a year that the horizon cuts owes its part by days.',
  'comparison.behaviour': 'What the change of volume would do under the reserved tariff.',
  'comparison.delta': 'Positive where this path is dearer.',
  'comparison.tariff':
    'What the change of tariff does at the volumes used. Behaviour and tariff add up to the delta.',
  'prepaid.opening': 'Of a lot bought before the model starts, its credits are what is left then.',
  'price.index':
    '(1 − decline) to the years since the price base, whole steps only where a step is set; not below the floor.',
  'reserved.amortisation':
    'In proportion to the fee; all that is left is written off in the period of an early exit.',
  'reserved.overflow cost':
    'Demand beyond the capacity at the list input price and the price index; no discount, no tier, outside the commitment.',
  'reserved.prepaid.brought forward':
    'Of a term that began earlier: the payment in proportion to the fees still to come.',
  'reserved.used':
    'In proportion to utilisation. The write-off and the fee of an early exit bought no capacity: they count as unused.',
  'tariff.fee':
    'Units in force × rate × time, for every day of the period within the term; the rate rises on anniversaries.',
  'take-or-pay.adjusted': 'Quantity less every relief; of a year that the horizon cuts, its part by days.',
  'take-or-pay.settlement':
    'Deficiency at the take-or-pay price, less what was paid for tokens made up, in the last period of the contract year.',
  'take-or-pay.taken': 'Tokens of the contract year with the first vendor; 0 in a year without a quantity.',
  'token.cost':
    'Metered cost of all vendors with true-ups, premiums and credits; before prepaid credits and seat tools.',
  'token.net':
    'Tiers on the cumulative figure of the contract year: its value through the tiers at the end of the period, less that at its start.',
  'total.billed': 'Sum of the invoice lines, each rounded by the policy in force.',
  'transition.contract year': 'Counted from the cutover; 0 in a period that starts before it.',
  'transition.share': 'Day-weighted; rises evenly from the cutover over the days of the phase-in.',
  'valuation.factor': '(1 + rate) ^ −((period + ½) ÷ 12) at mid-month; + 1 at the end, + 0 at the beginning.',
} as const;

export type LineRule = keyof typeof LINE_RULES;

/** The rule of a line, where its formula does not say all. Nothing computes by it: the pane fetches it to show it. */
export const ruleOf = ({ rule }: Line & { readonly rule?: LineRule | undefined }): string | undefined =>
  rule && LINE_RULES[rule];
