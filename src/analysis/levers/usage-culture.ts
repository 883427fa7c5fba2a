import { lever } from './lever';
import { Refusal } from '../../base/refusal';
import { identityOf } from '../../terms/catalogue/term-name';
import type { ScenarioTerms } from './scenario-terms';

const STAYS = 'Leaderboards stay';
const TAKES_HOLD = 'Efficiency takes hold';

export const usageCulture = lever({
  id: 'usage-culture',
  question: 'What if leaderboards stay, or efficiency takes hold?',
  text: 'Sets how much of the demand efficiency takes away in the long run. Leaderboards stay: nothing, people go on using as much as they can. Efficiency takes hold: the cut that you enter. When it starts and how fast it comes stay as they are.',
  fields: [
    {
      id: 'outcome',
      label: 'What happens',
      text: 'Whether incentives to use much stay in place or turn to efficiency.',
      unit: 'choice',
      rule: { type: 'choice', choices: [STAYS, TAKES_HOLD] },
      suggested: () => STAYS,
    },
    {
      id: 'cut',
      label: 'Efficiency cut',
      text: 'Part of the demand that efficiency takes away in the long run; only where it takes hold.',
      unit: 'share',
      rule: { type: 'share', min: 0, max: 1 },
      suggested: (table, scenario) => {
        const row = table.row(...identityOf('Behaviour', 'Efficiency cut'));
        const high = row?.provenance.high;
        const now = table.value(...identityOf('Behaviour', 'Efficiency cut'), scenario);
        const twice = typeof now === 'object' && now !== null ? now.times(2) : undefined;
        if (typeof high === 'object') return high.toNumber();
        return twice && !twice.isZero() && twice.lte(1) ? twice.toNumber() : 0.4;
      },
    },
  ],
  move(terms, answers) {
    return answers.text('outcome') === STAYS ? stay(terms) : takeHold(terms, answers.number('cut') ?? 0);
  },
});

function stay(terms: ScenarioTerms): Refusal | void {
  const cut = terms.number('Behaviour', 'Efficiency cut') ?? 0;
  const start = terms.number('Behaviour', 'Regime start');
  if (cut === 0 || start === undefined) {
    const reason = cut === 0 ? 'Efficiency cut is 0' : 'Regime start has no value';
    return new Refusal(
      `Efficiency takes nothing away in ${terms.name} as it is: Behaviour | ${reason}. There is nothing to keep from happening.`,
    );
  }
  terms.set(['Behaviour', 'Efficiency cut'], 0);
}

function takeHold(terms: ScenarioTerms, cut: number): Refusal | void {
  if (cut === 0) {
    return new Refusal('Efficiency cut is 0: nothing would take hold. Enter a share above 0 and at most 1.');
  }
  terms.set(['Behaviour', 'Efficiency cut'], cut);
  // Without a day to start from the cut would not act.
  if (terms.number('Behaviour', 'Regime start') === undefined) {
    terms.set(['Behaviour', 'Regime start'], terms.cutover ?? terms.start);
  }
}
