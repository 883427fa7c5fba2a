import { useCallback } from 'react';
import { checkContract, type CheckResult } from '../../contract/checks/checks';
import type { Contract } from '../../contract/contract';
import { useComputed, type Computed } from '../parts/use-computed';

const known = new WeakMap<Contract, Promise<readonly CheckResult[]>>();

/** Lets Excel calculate and the pane answer between two scenarios. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function check(contract: Contract): Promise<readonly CheckResult[]> {
  for (const place of contract.table.scenarios.keys()) {
    contract.evaluation(place);
    await pause();
  }
  return checkContract(contract);
}

function checksOf(contract: Contract): Promise<readonly CheckResult[]> {
  let results = known.get(contract);
  if (!results) {
    results = check(contract);
    known.set(contract, results);
  }
  return results;
}

/** Every check of the contract, in all its scenarios. */
export const useChecks = (contract: Contract): Computed<readonly CheckResult[]> =>
  useComputed(useCallback(() => checksOf(contract), [contract]));
