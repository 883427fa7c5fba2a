/**
 * What an add-in leaves in a file beyond its cells and names. Meterbook writes no custom XML part; the settings that a
 * workbook gives an add-in to see are that add-in's own.
 */

/** Takes Meterbook's settings and start-up behaviour out of the workbook. @returns what was done, in sentences */
export async function removeTraces(context: Excel.RequestContext): Promise<string[]> {
  return [...(await removeSettings(context)), ...(await resetStartup())];
}

async function removeSettings(context: Excel.RequestContext): Promise<string[]> {
  const settings = context.workbook.settings.load('items/key');
  await context.sync();
  const keys = settings.items.map(({ key }) => key);
  for (const setting of settings.items) setting.delete();
  await context.sync();
  return keys.length === 0
    ? ['The workbook held no settings of Meterbook.']
    : [
        `Removed ${keys.length === 1 ? 'the setting' : `${keys.length} settings`} of Meterbook: ${keys.join(', ')}.`,
      ];
}

/** Excel keeps with the file whether an add-in starts with it. */
async function resetStartup(): Promise<string[]> {
  try {
    if ((await Office.addin.getStartupBehavior()) === Office.StartupBehavior.none) {
      return ['Meterbook does not start with this workbook.'];
    }
    await Office.addin.setStartupBehavior(Office.StartupBehavior.none);
    return ['Meterbook starts with this workbook no more.'];
  } catch {
    return ['This Excel does not say whether Meterbook starts with the workbook.'];
  }
}
