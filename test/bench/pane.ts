import { openWorkbench } from '../browser/open-workbench';
import { showView } from '../browser/pane-checks';

/** Steps of a person at the workbench in a browser, in milliseconds from a click in the pane to what it says. */
export interface PaneTimes {
  /** New model: until the pane shows its headline. */
  readonly shown: number;
  /** Another scenario in force: until the headline is that of the scenario. */
  readonly lever: number;
  /** Hand off of all its sheets, in formulas of Excel. */
  readonly handedOff: number;
  /** Bring back: until the pane says that the sheets are live. */
  readonly broughtBack: number;
}

const PATIENCE = { timeout: 60_000 };
const SCENARIO = 'Delay 6 months';
/** The first figure of the headline is the total billed. */
const AMOUNT = /^[\d,]+\.\d\d$/;

/** One model in a browser of its own. */
export async function timePane(): Promise<PaneTimes> {
  const opened = await openWorkbench({ viewport: { width: 1440, height: 1100 } });
  const { frame, page } = opened;
  const press = (name: string): Promise<void> => frame.getByRole('button', { name, exact: true }).click();
  const said = (text: RegExp): Promise<void> => frame.getByRole('status').getByText(text).waitFor(PATIENCE);
  const headline = frame.getByRole('region', { name: 'Headline' });
  const settle = (): Promise<void> => page.waitForTimeout(2000);
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
  try {
    await frame.getByRole('radio', { name: /^Transition/ }).click();
    const shown = await timed(async () => {
      await press('New model');
      await headline.waitFor(PATIENCE);
    });
    await settle();
    const total = headline.locator(`text=${await headline.getByText(AMOUNT).first().innerText()}`);
    const lever = await timed(async () => {
      await frame.getByRole('combobox', { name: 'Scenario in force' }).selectOption(SCENARIO);
      await total.waitFor({ ...PATIENCE, state: 'detached' });
      await headline.getByText(AMOUNT).first().waitFor(PATIENCE);
    });
    await settle();
    await showView(frame, 'Share');
    await press('Show what hand off will do');
    await frame.getByRole('region', { name: 'What hand off will do' }).waitFor(PATIENCE);
    const handedOff = await timed(async () => {
      await press('Hand off');
      await said(/now stand in formulas of Excel/);
    });
    await settle();
    const broughtBack = await timed(async () => {
      await press('Bring back');
      await said(/ask Meterbook for their figures/);
    });
    return { shown, lever, handedOff, broughtBack };
  } finally {
    await opened.close();
  }
}
