import { catalogue } from '../../functions/catalogue/catalogue';
import type { FunctionDescriptor } from '../../functions/framework/descriptor';

/** The namespace that this deployment's manifest declares; formulas that Meterbook writes begin with it. */
export const NAMESPACE = process.env['METERBOOK_NAMESPACE'] ?? 'METER';

/**
 * The Meterbook function behind a name in a formula, whatever the namespace of the deployment that wrote it; also as
 * Excel spells it while the add-in is away: _xldudf_METER_TOKEN_COST.
 */
export function findFunction(name: string): FunctionDescriptor | undefined {
  const upper = name.toUpperCase();
  const stored = upper.startsWith('_XLDUDF_');
  return catalogue.find(({ id }) => upper.endsWith(stored ? `_${id}` : `.${id}`));
}
