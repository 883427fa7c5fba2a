import { Contract } from '../../../contract/contract';
import { termsOf } from '../../../terms/table/memo';
import type { TemplateCell } from '../../../terms/templates/layout';
import { WorkbookStyles } from '../../cell-styles/workbook-styles';
import { locateTerms } from '../../terms/terms-sheet';
import { writeAreaLooks } from '../plan/area-looks';
import { type KnownName, nameConflict, readNames, writeCellNames } from './cell-names';
import { addCharts, stretchCharts } from './charts';
import { CellsBefore } from './cells-before';
import { staleCells } from './changes';
import { NAMESPACE } from '../../formulas/function-names';
import { describe } from '../plan/describe';
import { type Layout, changedLayout, newLayout } from '../plan/layout';
import { sheetNameOf } from '../plan/names';
import {
  COMPUTED_SHEETS,
  MODEL_SHEETS,
  type ModelOptions,
  type ModelOutcome,
  type ModelSheetKey,
} from '../plan/outcome';
import { goneRows, placeThere } from './ownership';
import { Places, type SheetPlace } from '../plan/places';
import type { SheetPlan } from '../plan/plan';
import { plansFor } from '../plan/plans';
import { type RenderedCell, render } from '../plan/render';
import { Run } from './run';
import { formOf, turnRefusal } from './form-there';
import { type FoundSheet, type Survey, surveySheets } from './survey';
import { placeOfTerms, refreshTermsSheet, writeTermsSheet } from '../sheets/write-terms-sheet';
import { applySteps, writeContents, writeFrame, writeLooks, writeWidths } from './write-sheet';
import { Refusal } from '../../../base/refusal';
import { stopped } from '../../step-outcome';

/** A sheet on its way from what it is to what it should be. */
interface Job {
  readonly plan: SheetPlan;
  readonly sheet: Excel.Worksheet;
  readonly layout: Layout;
  /** Missing for a sheet that is new. */
  readonly found: FoundSheet | undefined;
  /** Cells that a person changed and that stay. */
  readonly kept: ReadonlySet<string>;
}

const NO_TERMS =
  'This workbook has no table of terms, so there is nothing to refresh. Choose New model to insert one.';
const CANCELLED = 'Stopped. Nothing was changed.';

/**
 * Writes the sheets of a model, or brings those that are there to what its terms say.
 *
 * @param template the table for a workbook that has none; undefined to refresh only
 */
export async function writeModel(
  context: Excel.RequestContext,
  template: readonly (readonly TemplateCell[])[] | undefined,
  options: ModelOptions,
): Promise<ModelOutcome> {
  const run = new Run(context, options);
  // Comes with the next reading.
  const styles = new WorkbookStyles(context);
  const survey = await surveySheets(context);
  const located = await locateTerms(context);
  const names = await readNames(context);
  if (!located && !template) return new Refusal(NO_TERMS);
  const ours = new Set([...survey.found.values()].map(({ name }) => name.toLowerCase()));
  if (located?.table) ours.add(located.sheet.name.toLowerCase());
  const conflict = nameConflict(names, ours);
  if (conflict) return conflict;

  const values = located?.values ?? template ?? [];
  const { table, problems } = termsOf(values);
  const contract = table && Contract.of(table);
  const formNow = formOf(survey);
  const form = options.form ?? formNow;
  const refusal = form === formNow ? undefined : turnRefusal(form, contract, survey);
  if (refusal) return refusal;
  const plans = plansFor(contract, form);
  const before = form === formNow ? plans : plansFor(contract, formNow);
  run.steps = plans.length + plans.filter(({ key }) => !survey.found.has(key)).length + 1;
  if (run.isCancelled()) return stopped(CANCELLED);

  const cells = new CellsBefore(run, survey, before);
  const writer = new ModelWriter(run, styles, survey, names, plans, before, cells);
  await writer.writeTerms(located ? undefined : template, located);
  const isComplete = (await writer.writeSheets()) && !writer.isCancelled();
  if (!isComplete) {
    await run.takeBack(styles);
    return stopped(CANCELLED);
  }
  const { application } = context.workbook;
  application.load('calculationMode');
  await run.finish(writer.sheetToShow());
  return {
    kind: 'done',
    sheets: writer.sheetNames(),
    computed: writer.sheetNames(COMPUTED_SHEETS),
    asking: writer.asking,
    formBefore: formNow,
    changed: cells.changed,
    sentence: describe({
      ...writer.work(),
      problems: table ? 0 : problems.length,
      isManual: application.calculationMode === 'Manual',
    }),
  };
}

type Located = Awaited<ReturnType<typeof locateTerms>>;

class ModelWriter {
  readonly asking: string[] = [];
  readonly #jobs: Job[] = [];
  readonly #names = new Map<ModelSheetKey, string>();
  readonly #sheets = new Map<ModelSheetKey, Excel.Worksheet>();
  readonly #places = new Map<ModelSheetKey, SheetPlace>();
  readonly #locked: string[] = [];
  readonly #foreign: { name: string; instead: string }[] = [];

  constructor(
    private readonly run: Run,
    private readonly styles: WorkbookStyles,
    private readonly survey: Survey,
    private readonly known: readonly KnownName[],
    private readonly plans: readonly SheetPlan[],
    /** The sheets in the form in which they stand now. */
    private readonly before: readonly SheetPlan[],
    private readonly cells: CellsBefore,
  ) {}

  async writeTerms(
    template: readonly (readonly TemplateCell[])[] | undefined,
    located: Located,
  ): Promise<void> {
    if (template) {
      this.run.report('Writing Terms');
      this.addCover();
      const name = this.freeName('Terms');
      const sheet = this.run.addSheet(name);
      writeTermsSheet(this.run.context, sheet, template, this.styles);
      this.note('Terms', name, sheet);
      await this.run.sync();
      return;
    }
    if (!located) return;
    this.note('Terms', located.sheet.name, located.sheet);
    if (!located.isProtected)
      await refreshTermsSheet(located, this.survey.found.get('Terms'), this.run.context);
  }

  /** @returns whether it came to the end */
  async writeSheets(): Promise<boolean> {
    await this.cells.findChanges(this.#names.get('Terms') ?? 'Terms');
    if (this.isTurning) this.cells.clear();
    for (const plan of this.plans) this.prepare(plan);
    this.nameSheets();
    await this.run.sync();
    const places = new Places(this.#places);
    // The looks come first: a sheet has its full size before formulas of other sheets refer to its far cells.
    for (const { plan, sheet, found } of this.#jobs) {
      if (found) continue;
      if (this.isCancelled()) return false;
      this.run.report(`Laying out ${places.sheet(plan.key).name}`);
      writeFrame(sheet, plan);
      writeAreaLooks(sheet, plan, places, this.styles);
      writeLooks(sheet, render(plan, places), this.styles);
      await this.run.sync();
    }
    writeCellNames(this.run.context, this.known, this.#sheets, places);
    for (const { plan, sheet, found } of this.#jobs) {
      if (found) continue;
      if (this.isCancelled()) return false;
      this.run.report(`Writing ${places.sheet(plan.key).name}`);
      writeContents(sheet, render(plan, places));
      await this.run.sync();
    }
    await this.writeAgain(places);
    await this.drawCharts(places);
    return true;
  }

  /** Sheets that are new can be taken back; once one that was there has been touched, the run goes to its end. */
  isCancelled(): boolean {
    return this.#jobs.every(({ found }) => !found) && this.run.isCancelled();
  }

  /** The sheets that were there get what differs, all in one round trip: Excel then computes them once. */
  private async writeAgain(places: Places): Promise<void> {
    const planned = this.#jobs.flatMap((job) =>
      job.found ? [{ ...job, found: job.found, cells: render(job.plan, places) }] : [],
    );
    for (const { plan, sheet, layout, found, cells } of planned) {
      if (this.isTurning) writeWidths(sheet, plan.formWidths);
      const isNew = ({ id, column }: RenderedCell): boolean =>
        layout.added.has(id) || column >= firstNewColumn(found);
      writeLooks(sheet, cells.filter(isNew), this.styles);
    }
    const now = await this.readAgain();
    for (const { name, formulas } of now.values()) {
      // What is left by now was written by a person.
      if (formulas.flat().some((cell) => asksMeterbook(cell))) this.asking.push(name);
    }
    for (const { plan, sheet, found, kept, cells } of planned) {
      this.run.report(`Writing ${found.name}`);
      writeContents(sheet, staleCells(now.get(plan.key) ?? found, cells, kept));
    }
    await this.run.sync();
  }

  /** What the sheets hold whose rows have moved or whose formulas are gone; formulas have followed them. */
  private async readAgain(): Promise<Map<ModelSheetKey, FoundSheet>> {
    const read = this.#jobs.flatMap(({ plan, layout, found }) => {
      if (!found || (layout.steps.length === 0 && !this.isTurning)) return [];
      return [
        { key: plan.key, found, used: found.sheet.getUsedRange(true).getBoundingRect('A1').load('formulas') },
      ];
    });
    if (read.length > 0) await this.run.sync();
    return new Map(
      read.map(({ key, found, used }) => [key, { ...found, formulas: used.formulas as unknown[][] }]),
    );
  }

  private async drawCharts(places: Places): Promise<void> {
    const widths = Object.fromEntries(
      this.#jobs.map(({ plan }) => [plan.key, plan.chartColumns ?? plan.series]),
    );
    const summary = this.#jobs.find(({ plan }) => plan.key === 'Summary');
    if (!summary) return;
    if (!summary.found) addCharts(this.#sheets, places, widths);
    else if (this.#jobs.some(({ plan, found }) => found && found.place.series !== plan.series)) {
      await stretchCharts(this.run.context, this.#sheets, places, widths);
    }
    await this.run.sync();
  }

  sheetNames(keys: readonly ModelSheetKey[] = MODEL_SHEETS): string[] {
    return keys.flatMap((key) => this.#names.get(key) ?? []);
  }

  sheetToShow(): Excel.Worksheet | undefined {
    return this.#jobs.find(({ plan, found }) => plan.key === 'Cover' && !found)?.sheet;
  }

  work(): Omit<Parameters<typeof describe>[0], 'problems' | 'isManual'> {
    const added = new Set(this.run.added);
    const names = this.sheetNames();
    return {
      inserted: names.filter((name) => added.has(name)),
      refreshed: names.filter((name) => !added.has(name) && !this.#locked.includes(name)),
      locked: this.#locked,
      foreign: this.#foreign,
      changed: this.cells.changed,
      overwritten: this.cells.overwritten,
    };
  }

  private get isTurning(): boolean {
    return this.plans !== this.before;
  }

  /** The Cover comes before the sheet of terms, which has to be written first. */
  private addCover(): void {
    if (this.survey.found.has('Cover')) return;
    const name = this.freeName('Cover');
    this.note('Cover', name, this.run.addSheet(name));
  }

  /** Adds the sheet, or moves the rows of the one that is there. */
  private prepare(plan: SheetPlan): void {
    const found = this.survey.found.get(plan.key);
    if (found) {
      const place = placeThere(this.before, plan.key, found);
      if (found.isProtected) {
        this.#locked.push(found.name);
        this.note(plan.key, found.name, found.sheet);
        this.#places.set(plan.key, place);
        return;
      }
      const layout = changedLayout(plan, place, goneRows(plan, { ...found, place }));
      applySteps(found.sheet, layout);
      this.#jobs.push({ plan, sheet: found.sheet, layout, found, kept: this.cells.kept(plan.key) });
      this.note(plan.key, found.name, found.sheet);
      this.#places.set(plan.key, layout.place);
      return;
    }
    const added = this.#names.get(plan.key);
    const name = added ?? this.freeName(plan.name);
    const sheet = this.#sheets.get(plan.key) ?? this.run.addSheet(name);
    const layout = newLayout({ ...plan, name });
    this.#jobs.push({ plan, sheet, layout, found: undefined, kept: new Set() });
    this.note(plan.key, name, sheet);
    this.#places.set(plan.key, layout.place);
  }

  private note(key: ModelSheetKey, name: string, sheet: Excel.Worksheet): void {
    this.#names.set(key, name);
    this.#sheets.set(key, sheet);
    if (key === 'Terms') this.#places.set(key, placeOfTerms(name));
  }

  private freeName(wanted: string): string {
    let name = wanted;
    for (let count = 2; this.survey.taken.has(name.toLowerCase()); count += 1) name = `${wanted} (${count})`;
    this.survey.taken.add(name.toLowerCase());
    if (name !== wanted) this.#foreign.push({ name: wanted, instead: name });
    return name;
  }

  /** A name for each new sheet, by which it is found again whatever it is renamed to. */
  private nameSheets(): void {
    const { names } = this.run.context.workbook;
    for (const { plan, sheet, found } of this.#jobs) {
      if (found) continue;
      if (this.survey.staleNames.has(plan.key)) names.getItem(sheetNameOf(plan.key)).delete();
      names.add(sheetNameOf(plan.key), sheet.getRange('A1'));
    }
  }
}

const asksMeterbook = (content: unknown): boolean =>
  typeof content === 'string' &&
  content.startsWith('=') &&
  content.toUpperCase().includes(`${NAMESPACE.toUpperCase()}.`);

/** Columns that the sheet did not lay out before, from 0. */
const firstNewColumn = ({ place }: FoundSheet): number => (place.series === 0 ? Infinity : 9 + place.series);
