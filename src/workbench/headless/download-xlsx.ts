import type { Workbench } from '../workbench';
import { provideXmlClasses } from './xml-classes';

/** The workbench's book as the bytes of an .xlsx file, once everything is computed. */
export async function downloadXlsx(workbench: Workbench): Promise<Uint8Array> {
  provideXmlClasses();
  return workbench.download();
}
