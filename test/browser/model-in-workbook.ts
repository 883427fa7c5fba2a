import type { Frame } from 'playwright-core';
import { template, type TemplateName } from '../../src/terms/templates/template';

/** Puts the Terms table of a template, its names and the cell of the scenario in force into the workbook. */
export async function insertTerms(frame: Frame, name: TemplateName): Promise<void> {
  await frame.evaluate(
    (values) =>
      Excel.run(async (context) => {
        const { workbook } = context;
        const sheet = workbook.worksheets.add('Terms');
        sheet.getRange('A1:B1').values = [['Scenario', 'Base']];
        const range = sheet.getRangeByIndexes(2, 0, values.length, values[0]?.length ?? 0);
        range.values = values;
        const table = sheet.tables.add(range, true);
        table.name = 'TermsTable';
        workbook.names.add('Terms', range);
        workbook.names.add('Scenario', sheet.getRange('B1'));
        await context.sync();
      }),
    template(name),
  );
}
