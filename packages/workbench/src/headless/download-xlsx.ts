import type { Workbench } from '../workbench';
import { nodeXml } from './node-xml';

/** The workbench's book as the bytes of an .xlsx file, once everything is computed. */
export const downloadXlsx = (workbench: Workbench): Promise<Uint8Array> => workbench.download(nodeXml);
